import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';

/** The type of runbooks in the portal's search. */
const RUNBOOKS_TYPE = 'runbooks';

/** Runbooks among the results of the portal's search, where it has one. */
export const runbookSearchResultListItem = SearchResultListItemBlueprint.make({
  name: 'runbook',
  params: {
    predicate: ({ type }) => type === RUNBOOKS_TYPE,
    component: () =>
      import('./components/RunbookSearchResultListItem').then(
        m => m.RunbookSearchResultListItem,
      ),
  },
});
