/** Words around the pages. */
export const shellMessages = {
  shell: {
    title: 'Runbooks',
    tabList: 'All runbooks',
    tabCoverage: 'Coverage',
  },
} as const;
