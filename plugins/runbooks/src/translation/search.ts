/** Words of runbooks among the results of the portal's search. */
export const searchMessages = {
  search: {
    of: 'of {{name}}',
    draft: 'Draft',
  },
} as const;
