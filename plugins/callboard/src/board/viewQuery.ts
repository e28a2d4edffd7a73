import { ServiceQuery } from '@callboard/plugin-callboard-common';
import { BoardView, LIST_FILTERS } from './boardView';
import { shownStatuses } from './boardGroups';

/** What to ask the server for the facets and numbers of a view: every filter but the status. */
export function filterQuery(view: BoardView): ServiceQuery {
  const query: Record<string, unknown> = {};
  for (const name of ['aspect', ...LIST_FILTERS] as const) {
    if (view[name].length > 0) {
      query[name] = [...view[name]];
    }
  }
  const q = view.q.trim();
  return q ? { ...query, q } : query;
}

/** What to ask the server for the rows of a view. */
export function viewQuery(view: BoardView): ServiceQuery {
  return {
    ...filterQuery(view),
    status: [...shownStatuses(view)],
    sort: view.sort,
  };
}
