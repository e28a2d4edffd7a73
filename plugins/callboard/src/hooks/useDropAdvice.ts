import { useApi } from '@backstage/core-plugin-api';
import { callboardApiRef } from '../api/callboardApiRef';
import { shownStatuses } from '../board/boardGroups';
import { BoardView, filterKey } from '../board/boardView';
import { countOf } from '../board/counts';
import {
  activeFilters,
  DroppableFilter,
  withoutFilter,
} from '../board/dropCandidates';
import { filterQuery } from '../board/viewQuery';
import { Live, useLive } from './useLive';

/** A filter, and how many services there are without it. */
export interface DropAdvice {
  readonly filter: DroppableFilter;
  readonly count: number;
}

/** Which filter to drop so that something matches. */
export function useDropAdvice(view: BoardView): Live<DropAdvice | null> {
  const api = useApi(callboardApiRef);
  return useLive<DropAdvice | null>({
    key: `advice ${filterKey(view)}`,
    async load({ signal }) {
      const tried = await Promise.all(
        activeFilters(view).map(async filter => {
          const wider = withoutFilter(view, filter);
          const { counts } = await api.getServices(
            { ...filterQuery(wider), limit: 0 },
            { signal },
          );
          return { filter, count: countOf(counts, shownStatuses(wider)) };
        }),
      );
      return tried.find(({ count }) => count > 0) ?? null;
    },
  });
}
