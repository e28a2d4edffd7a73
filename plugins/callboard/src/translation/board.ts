/** Texts of the board. */
export const boardMessages = {
  board: {
    title: 'Callboard',
    tabBoard: 'Board',
    tabSources: 'Sources',
  },
} as const;
