import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { isRunbookResult } from './search/isRunbookResult';

/** Runbooks among the results of the portal's search, where it has one. */
export const runbookSearchResultListItem = SearchResultListItemBlueprint.make({
  name: 'runbook',
  params: {
    predicate: isRunbookResult,
    component: () =>
      import('./components/RunbookSearchResultListItem').then(
        m => m.RunbookSearchResultListItem,
      ),
  },
});
