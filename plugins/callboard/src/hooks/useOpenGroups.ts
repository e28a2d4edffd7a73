import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  CallboardApi,
  ServiceStatus,
} from '@callboard/plugin-callboard-common';
import { callboardApiRef } from '../api/callboardApiRef';
import { BoardGroup, groupView } from '../board/boardGroups';
import { OpenGroup } from '../board/boardItems';
import { BoardView, filterKey } from '../board/boardView';
import { countAll } from '../board/counts';
import { mergeRows } from '../board/mergeRows';
import { viewQuery } from '../board/viewQuery';
import { Live, useLive } from './useLive';

const PAGE_COUNT = 100;

async function loadGroup(options: {
  readonly api: CallboardApi;
  readonly view: BoardView;
  readonly group: BoardGroup;
  readonly limit: number;
  readonly signal: AbortSignal;
}): Promise<OpenGroup> {
  const { api, view, group, limit, signal } = options;
  const query = viewQuery(groupView(view, group));
  let rows: readonly ServiceStatus[] = [];
  let cursor: string | undefined;
  let total: number;
  do {
    const page = await api.getServices(
      {
        ...query,
        limit: Math.min(PAGE_COUNT, limit - rows.length),
        ...(cursor && { cursor }),
      },
      { signal },
    );
    const before = rows.length;
    rows = mergeRows(rows, page.items);
    // A page that only repeats what is known would be asked for again and again.
    cursor = rows.length > before ? page.nextCursor : undefined;
    total = page.total;
  } while (cursor && rows.length < limit);
  return { rows, total };
}

/** The services of the groups that are open, kept fresh. */
export function useOpenGroups(options: {
  readonly view: BoardView;
  readonly groups: readonly BoardGroup[];
  /** How many services of a group to show; groups that are not in it are closed. */
  readonly limits: ReadonlyMap<string, number>;
}): {
  readonly open: ReadonlyMap<string, OpenGroup>;
  readonly live: Live<ReadonlyMap<string, OpenGroup>>;
} {
  const { view, groups, limits } = options;
  const api = useApi(callboardApiRef);
  const wanted = useMemo(
    () => groups.filter(group => limits.has(group.id)),
    [groups, limits],
  );
  const key = wanted
    .map(group => `${group.id} ${limits.get(group.id)}`)
    .join('\n');
  const live = useLive<ReadonlyMap<string, OpenGroup>>({
    key: key === '' ? undefined : `groups ${filterKey(view)} ${key}`,
    async load({ signal }) {
      const loaded = await Promise.all(
        wanted.map(async group => {
          const limit = limits.get(group.id) ?? 0;
          const known = await loadGroup({ api, view, group, limit, signal });
          return [group.id, known] as const;
        }),
      );
      return new Map(loaded);
    },
  });
  const { data } = live;
  const open = useMemo(
    () =>
      new Map(
        wanted.map(group => [
          group.id,
          data?.get(group.id) ?? { rows: [], total: countAll(group.counts) },
        ]),
      ),
    [wanted, data],
  );
  return { open, live };
}
