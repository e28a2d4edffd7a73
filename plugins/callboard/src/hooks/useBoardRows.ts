import { useCallback, useRef } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  CallboardApi,
  Counts,
  ServicePage,
  ServiceQuery,
  ServiceStatus,
} from '@callboard/plugin-callboard-common';
import { callboardApiRef } from '../api/callboardApiRef';
import { BoardView, filterKey } from '../board/boardView';
import { mergeRows } from '../board/mergeRows';
import { viewQuery } from '../board/viewQuery';
import { Live, useLive } from './useLive';

const PAGE_COUNT = 100;
/** The top is asked for again in full; what is further down by what is on screen. */
const REFRESHED_PAGES_COUNT = 3;

/** The rows of a view as far as they are loaded. */
export interface BoardRows {
  readonly rows: readonly ServiceStatus[];
  readonly nextCursor: string | undefined;
  readonly total: number;
  readonly counts: Counts;
}

/** Loads the top of the list again; what was loaded below it stays. */
async function loadTop(options: {
  readonly api: CallboardApi;
  readonly query: ServiceQuery;
  latest(): BoardRows | undefined;
  readonly signal: AbortSignal;
}): Promise<BoardRows> {
  const { api, query, latest, signal } = options;
  const loaded = latest()?.rows.length ?? 0;
  const pages: ServicePage[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.getServices(
      { ...query, limit: PAGE_COUNT, ...(cursor && { cursor }) },
      { signal },
    );
    pages.push(page);
    cursor = page.nextCursor;
  } while (
    cursor &&
    pages.length < REFRESHED_PAGES_COUNT &&
    pages.length * PAGE_COUNT < loaded
  );
  const [first] = pages;
  const top = mergeRows(...pages.map(page => page.items));
  // Without a cursor this is all there is; with one, what was loaded further down is still good.
  const previous = latest();
  const tail = cursor ? previous?.rows.slice(top.length) ?? [] : [];
  return {
    rows: tail.length > 0 ? mergeRows(top, tail) : top,
    nextCursor: tail.length > 0 ? previous?.nextCursor : cursor,
    total: first.total,
    counts: first.counts,
  };
}

/** Those of the rows on screen that the top does not hold. */
function below(
  board: BoardRows | undefined,
  onScreen: readonly string[],
): readonly string[] {
  const asked = new Set(onScreen);
  return (board?.rows ?? [])
    .slice(REFRESHED_PAGES_COUNT * PAGE_COUNT)
    .filter(row => asked.has(row.entityRef))
    .map(row => row.entityRef);
}

async function loadRenewed(options: {
  readonly api: CallboardApi;
  readonly entityRefs: readonly string[];
  readonly signal: AbortSignal;
}): Promise<ReadonlyMap<string, ServiceStatus>> {
  const { api, entityRefs, signal } = options;
  if (entityRefs.length === 0) {
    return new Map();
  }
  const items = await api.getServicesByRefs(entityRefs, { signal });
  return new Map(
    items.flatMap(item => (item ? [[item.entityRef, item] as const] : [])),
  );
}

function withRenewed(
  board: BoardRows,
  renewed: ReadonlyMap<string, ServiceStatus>,
): BoardRows {
  return renewed.size === 0
    ? board
    : {
        ...board,
        rows: board.rows.map(row => renewed.get(row.entityRef) ?? row),
      };
}

/** The rows of a view, kept fresh and loaded further on demand. */
export function useBoardRows(view: BoardView): Live<BoardRows> & {
  /** Loads the next page, unless it is on its way. */
  loadMore(): void;
  /** Tells which rows are on screen. */
  showing(entityRefs: readonly string[]): void;
} {
  const api = useApi(callboardApiRef);
  const onScreen = useRef<readonly string[]>([]);
  const asked = useRef<string>();
  const query = viewQuery(view);
  const live = useLive<BoardRows>({
    key: `board ${filterKey(view)}`,
    async load({ signal, latest }) {
      const renewed = await loadRenewed({
        api,
        entityRefs: below(latest(), onScreen.current),
        signal,
      });
      const board = await loadTop({ api, query, latest, signal });
      return withRenewed(board, renewed);
    },
  });
  const { data, update, outdated } = live;

  const loadMore = useCallback(() => {
    const cursor = data?.nextCursor;
    if (!cursor || outdated || asked.current === cursor) {
      return;
    }
    asked.current = cursor;
    api
      .getServices({ ...query, limit: PAGE_COUNT, cursor })
      .then(page =>
        update(board =>
          // The list may have been loaded anew meanwhile, up to another place.
          board.nextCursor === cursor
            ? {
                ...board,
                rows: mergeRows(board.rows, page.items),
                nextCursor: page.nextCursor,
              }
            : board,
        ),
      )
      // The live loop says that the server does not answer; the next scroll asks again.
      .catch(() => {})
      .finally(() => {
        asked.current = undefined;
      });
  }, [api, data, outdated, query, update]);

  const showing = useCallback((entityRefs: readonly string[]) => {
    onScreen.current = entityRefs;
  }, []);

  return { ...live, loadMore, showing };
}
