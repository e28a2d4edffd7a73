import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { queryOf } from '../list/listView';
import { NAMED_VIEWS, type NamedViewId } from '../list/namedViews';

/** How many runbooks each named view has; a number that is not known is left out. */
export function useViewCounts(
  /** Counts again when it changes. */
  round: number,
): Readonly<Partial<Record<NamedViewId, number>>> {
  const api = useApi(runbooksApiRef);
  const [counts, setCounts] = useState<Partial<Record<NamedViewId, number>>>(
    {},
  );
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    for (const { id, view } of NAMED_VIEWS) {
      api.getRunbooks({ ...queryOf(view), limit: 1 }, { signal }).then(
        ({ total }) =>
          !signal.aborted && setCounts(before => ({ ...before, [id]: total })),
        // A tab without its number is a tab all the same.
        () => {},
      );
    }
    return () => left.abort();
  }, [api, round]);
  return counts;
}
