import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/**
 * Every text of this library.
 * @public
 */
export const callboardReactTranslationRef = createTranslationRef({
  id: 'callboard-react',
  messages: {
    time: {
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
    },
    loading: 'Loading',
    close: 'Close',
    clearSearch: 'Clear the search',
    whose: { all: 'All', mine: 'Mine' },
    filter: {
      all: 'Filters',
      set: '{{name}}: {{value}}',
      setMany: '{{name}}: {{number}} chosen',
      search: 'Search in the list',
      none: 'Nothing to choose',
      more: '{{number}} more; type to find them',
      clear: 'Clear',
      failed: 'The choices could not be loaded.',
    },
  },
});
