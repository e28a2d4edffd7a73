import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { RunbookSummary } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { queryOf, writeView, type ListView } from '../list/listView';

/** Rows that come at once. */
const PAGE_COUNT = 50;

interface Answer {
  /** Of the view that was asked for. */
  readonly key: string;
  readonly items: readonly RunbookSummary[];
  readonly total: number;
  readonly nextCursor?: string;
}

/** The runbooks of a view, page by page. */
export interface RunbookList {
  readonly items?: readonly RunbookSummary[];
  readonly total: number;
  readonly hasMore: boolean;
  /** Nothing is known yet. */
  readonly loading: boolean;
  /** These are the rows of the view before, until the answer is there. */
  readonly outdated: boolean;
  readonly loadingMore: boolean;
  readonly error?: Error;
  /** Why the next rows did not come; those before are still there. */
  readonly moreError?: Error;
  loadMore(): void;
  refresh(): void;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** A runbook that is saved meanwhile moves to the first page and pushes another to the next. */
function joined(
  before: readonly RunbookSummary[],
  more: readonly RunbookSummary[],
): readonly RunbookSummary[] {
  const ids = new Set(before.map(({ id }) => id));
  return [...before, ...more.filter(({ id }) => !ids.has(id))];
}

/** Loads the runbooks of a view. */
export function useRunbookList(view: ListView): RunbookList {
  const api = useApi(runbooksApiRef);
  const [answer, setAnswer] = useState<Answer>();
  const [failure, setFailure] = useState<{ key: string; error: Error }>();
  const [moreError, setMoreError] = useState<Error>();
  const [loadingMore, setLoadingMore] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const more = useRef<AbortController>();
  const key = writeView(view).toString();
  const asked = useRef(view);
  asked.current = view;

  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    setMoreError(undefined);
    api
      .getRunbooks({ ...queryOf(asked.current), limit: PAGE_COUNT }, { signal })
      .then(
        page => {
          if (!signal.aborted) {
            setFailure(undefined);
            setAnswer({ key, ...page });
          }
        },
        error => {
          if (!signal.aborted) {
            setFailure({ key, error: asError(error) });
          }
        },
      );
    return () => {
      left.abort();
      more.current?.abort();
      setLoadingMore(false);
    };
  }, [api, key, attempt]);

  const cursor = answer?.key === key ? answer.nextCursor : undefined;
  const loadMore = useCallback(async () => {
    if (cursor === undefined) {
      return;
    }
    const left = new AbortController();
    more.current?.abort();
    more.current = left;
    setLoadingMore(true);
    setMoreError(undefined);
    try {
      const page = await api.getRunbooks(
        { ...queryOf(asked.current), limit: PAGE_COUNT, cursor },
        { signal: left.signal },
      );
      if (!left.signal.aborted) {
        setAnswer(
          before =>
            before && {
              key,
              items: joined(before.items, page.items),
              total: page.total,
              nextCursor: page.nextCursor,
            },
        );
      }
    } catch (error) {
      if (!left.signal.aborted) {
        setMoreError(asError(error));
      }
    } finally {
      if (!left.signal.aborted) {
        setLoadingMore(false);
      }
    }
  }, [api, key, cursor]);

  const refresh = useCallback(() => {
    setFailure(undefined);
    setAttempt(count => count + 1);
  }, []);

  const error = failure?.key === key ? failure.error : undefined;
  return {
    items: error ? undefined : answer?.items,
    total: answer?.total ?? 0,
    hasMore: cursor !== undefined,
    loading: !answer && !error,
    outdated: answer !== undefined && answer.key !== key,
    loadingMore,
    error,
    moreError,
    loadMore,
    refresh,
  };
}
