/** Texts of the wallboard. */
export const wallboardMessages = {
  wallboard: {
    title: 'Wallboard',
  },
} as const;
