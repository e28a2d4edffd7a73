import useAsync from 'react-use/esm/useAsync';
import { useApi } from '@backstage/core-plugin-api';
import { runbooksApiRef } from '../api/runbooksApiRef';
import {
  activeFilters,
  withoutFilter,
  type ListFilter,
} from '../list/activeFilters';
import { queryOf, type ListView } from '../list/listView';

/** A filter, and how many runbooks there are without it. */
export interface DropAdvice {
  readonly filter: ListFilter;
  readonly count: number;
}

/** Which filter to drop so that something matches; nothing while nobody knows. */
export function useDropAdvice(view: ListView): DropAdvice | undefined {
  const api = useApi(runbooksApiRef);
  const { value } = useAsync(async () => {
    const tried = await Promise.all(
      activeFilters(view).map(async filter => {
        const { total } = await api.getRunbooks({
          ...queryOf(withoutFilter(view, filter)),
          limit: 1,
        });
        return { filter, count: total };
      }),
    );
    return tried.find(({ count }) => count > 0);
  }, [api, view]);
  return value;
}
