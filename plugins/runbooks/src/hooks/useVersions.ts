import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { RunbookVersionSummary } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../api/runbooksApiRef';

const PAGE_COUNT = 50;

interface Loaded {
  readonly items: readonly RunbookVersionSummary[];
  readonly total: number;
  readonly cursor?: string;
}

/** The versions of a runbook, newest first, as far as they were asked for. */
export interface Versions {
  readonly items?: readonly RunbookVersionSummary[];
  readonly total: number;
  readonly error?: Error;
  readonly loading: boolean;
  /** Absent where all are there. */
  readonly more?: () => void;
  /** From the first again. */
  reload(): void;
}

/** Loads the versions of a runbook, a page at a time. */
export function useVersions(id: string): Versions {
  const api = useApi(runbooksApiRef);
  const [loaded, setLoaded] = useState<Loaded>();
  const [error, setError] = useState<Error>();
  const [loading, setLoading] = useState(true);
  const abort = useRef<AbortController>();

  const load = useCallback(
    async (before: Loaded | undefined) => {
      abort.current?.abort();
      const mine = new AbortController();
      abort.current = mine;
      setLoading(true);
      try {
        const page = await api.getVersions(
          id,
          { limit: PAGE_COUNT, cursor: before?.cursor },
          { signal: mine.signal },
        );
        if (!mine.signal.aborted) {
          setLoaded({
            items: [...(before?.items ?? []), ...page.items],
            total: page.total,
            cursor: page.nextCursor,
          });
          setError(undefined);
        }
      } catch (failed) {
        if (!mine.signal.aborted) {
          setError(failed instanceof Error ? failed : new Error(`${failed}`));
        }
      } finally {
        if (!mine.signal.aborted) {
          setLoading(false);
        }
      }
    },
    [api, id],
  );

  useEffect(() => {
    void load(undefined);
    return () => abort.current?.abort();
  }, [load]);

  return {
    items: loaded?.items,
    total: loaded?.total ?? 0,
    error,
    loading,
    more: loaded?.cursor === undefined ? undefined : () => void load(loaded),
    reload: () => void load(undefined),
  };
}
