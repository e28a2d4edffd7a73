import type { SearchResult } from '@backstage/plugin-search-common';

/** The type of runbooks in the portal's search. */
const RUNBOOKS_TYPE = 'runbooks';

/** Whether a result of the portal's search is a runbook. */
export function isRunbookResult({ type }: Pick<SearchResult, 'type'>): boolean {
  return type === RUNBOOKS_TYPE;
}
