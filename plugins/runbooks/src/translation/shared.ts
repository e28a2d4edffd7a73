/** Words that several pages share. */
export const sharedMessages = {
  status: {
    since: 'since {{instant}} ({{duration}})',
    sinceAtLeast: 'since {{instant}} (at least {{duration}})',
    sinceTitle: 'Since {{instant}}',
    sinceAtLeastTitle: 'First seen {{instant}}; it may have begun earlier',
    duration: {
      now: 'just now',
      seconds: '{{seconds}} s',
      minutes: '{{minutes}} min',
      hours: '{{hours}} h',
      hoursMinutes: '{{hours}} h {{minutes}} min',
      days: '{{days}} d',
    },
    loading: 'Loading',
  },
} as const;
