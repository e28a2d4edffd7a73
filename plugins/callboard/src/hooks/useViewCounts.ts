import { useApi } from '@backstage/core-plugin-api';
import {
  CallboardApi,
  Counts,
  OWNER_ME,
} from '@callboard/plugin-callboard-common';
import { callboardApiRef } from '../api/callboardApiRef';
import { EMPTY_VIEW, readView } from '../board/boardView';
import { countAll, countOf } from '../board/counts';
import { NamedViewId, SavedView } from '../board/namedViews';
import { filterQuery } from '../board/viewQuery';
import { Live, useLive } from './useLive';

/** The numbers beside the names of the views. */
export interface ViewCounts {
  /** All services of the viewer, by status, whatever is filtered. */
  readonly all: Counts;
  readonly named: Readonly<Partial<Record<NamedViewId, number>>>;
  readonly saved: Readonly<Record<string, number>>;
}

async function countSaved(options: {
  readonly api: CallboardApi;
  readonly saved: readonly SavedView[];
  readonly signal: AbortSignal;
}): Promise<Record<string, number>> {
  const { api, saved, signal } = options;
  const counted = await Promise.all(
    saved.map(async ({ name, query }) => {
      const view = readView(new URLSearchParams(query));
      const { counts } = await api.getServices(
        { ...filterQuery(view), limit: 0 },
        { signal },
      );
      return [name, countOf(counts, view.status)] as const;
    }),
  );
  return Object.fromEntries(counted);
}

function settled<T, R>(
  result: PromiseSettledResult<T>,
  read: (value: T) => R,
): R | undefined {
  return result.status === 'fulfilled' ? read(result.value) : undefined;
}

/** The numbers beside the names of the views, kept fresh. */
export function useViewCounts(saved: readonly SavedView[]): Live<ViewCounts> {
  const api = useApi(callboardApiRef);
  return useLive<ViewCounts>({
    key: `views ${JSON.stringify(saved)}`,
    async load({ signal }) {
      const all = await api.getServices({ limit: 0 }, { signal });
      // A number that is missing beside a name must not take the others away.
      const [mine, savedCounts] = await Promise.allSettled([
        api.getServices(
          {
            ...filterQuery({ ...EMPTY_VIEW, owner: [OWNER_ME] }),
            limit: 0,
          },
          { signal },
        ),
        countSaved({ api, saved, signal }),
      ]);
      return {
        all: all.counts,
        named: {
          onFire: countOf(all.counts, ['failing']),
          myTeam: settled(mine, ({ counts }) => countAll(counts)),
          morningCheck: countOf(all.counts, ['failing', 'warning']),
          blindSpots: countOf(all.counts, ['unknown', 'none']),
        },
        saved: settled(savedCounts, numbers => numbers) ?? {},
      };
    },
  });
}
