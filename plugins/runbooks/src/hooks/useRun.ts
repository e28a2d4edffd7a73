import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useSignal } from '@backstage/plugin-signals-react';
import { LiveLoop } from '@callboard/plugin-callboard-react';
import type { Run } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { clockOffset } from '../run/clockOffset';
import { newerRun } from '../run/newerRun';

/** Signals tell at once; this is for portals without them, and for signals that are lost. */
const POLL_MS = 10_000;
/** A run with much evidence, on a line as people have it where they are called. */
const ANSWER_MAX_MS = 60_000;
const SIGNAL_CHANNEL = 'runbooks';

/** A run as it is now. */
export interface LiveRun {
  readonly run?: Run;
  /** Why there is nothing to show, or why it is not live. */
  readonly error?: Error;
  /** How far the server's clock is ahead of this device's, in milliseconds. */
  readonly clockOffsetMs: number;
  reload(): void;
  /** Shows an answer of the server, unless a newer one is known. */
  take(run: Run): void;
}

/** Follows a run that several people may go through at the same time. */
export function useRun(id: string): LiveRun {
  const api = useApi(runbooksApiRef);
  const [clockOffsetMs, setClockOffset] = useState(0);
  const loop = useMemo(
    () =>
      LiveLoop.create<Run>({
        async load({ signal, latest }) {
          const sentAtMs = Date.now();
          const run = await api.getRun(id, {
            signal,
            onServerTime: serverTimeMs => {
              const receivedAtMs = Date.now();
              setClockOffset(known =>
                clockOffset(known, { sentAtMs, receivedAtMs, serverTimeMs }),
              );
            },
          });
          return newerRun(latest(), run);
        },
        pollMs: POLL_MS,
        deadlineMs: ANSWER_MAX_MS,
        now: Date.now,
        random: Math.random,
      }),
    [api, id],
  );
  const { data: run, error } = useSyncExternalStore(
    loop.subscribe,
    loop.getSnapshot,
  );

  // What is over changes no more, once it was read in full.
  const isOver = run?.finishedAt !== undefined;
  const isFollowed = !isOver || error !== undefined;
  useEffect(() => {
    if (!isFollowed) {
      return undefined;
    }
    loop.start();
    window.addEventListener('online', loop.refresh);
    window.addEventListener('focus', loop.refresh);
    return () => {
      window.removeEventListener('online', loop.refresh);
      window.removeEventListener('focus', loop.refresh);
      loop.pause();
    };
  }, [loop, isFollowed]);

  const { lastSignal } = useSignal<{ run?: string; revision?: number }>(
    SIGNAL_CHANNEL,
  );
  const known = useRef(0);
  known.current = run?.revision ?? 0;
  useEffect(() => {
    if (lastSignal?.run === id && (lastSignal.revision ?? 0) > known.current) {
      loop.refresh();
    }
  }, [lastSignal, id, loop]);

  const take = useCallback(
    (answer: Run) => loop.update(before => newerRun(before, answer)),
    [loop],
  );
  return { run, error, clockOffsetMs, reload: loop.refresh, take };
}
