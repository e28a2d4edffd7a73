import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useSignal } from '@backstage/plugin-signals-react';
import { LiveLoop, type LiveSnapshot } from '@callboard/plugin-callboard-react';
import { usePageVisible } from './usePageVisible';

const POLL_MS = 20_000;
const SIGNAL_CHANNEL = 'callboard';

/** What to keep loaded. */
export interface LiveOptions<T> {
  /** Identity of what is loaded: another key starts anew. Undefined loads nothing. */
  readonly key: string | undefined;
  load(options: {
    readonly signal: AbortSignal;
    /** What is known by now; it may change while loading, by `update`. */
    latest(): T | undefined;
  }): Promise<T>;
  readonly pollMs?: number;
  /** Goes on where nobody can see the page; a wall has no focus. */
  readonly keepWhenHidden?: boolean;
  /** Polls only; for what would be too much at every change. */
  readonly ignoreSignals?: boolean;
}

/** What is known of it now. */
export interface Live<T> extends LiveSnapshot<T> {
  /** Nothing of this key was loaded yet, and nothing failed. */
  readonly loading: boolean;
  /** `data` is of the key before, until the new one arrives. */
  readonly outdated: boolean;
  refresh(): void;
  update(change: (data: T) => T): void;
}

/**
 * Loads something and keeps it fresh: on signals, by polling, on focus. Keeps what it has when
 * the server does not answer, and says since when. Rests while the tab is hidden.
 */
export function useLive<T>(options: LiveOptions<T>): Live<T> {
  const { key, pollMs = POLL_MS, keepWhenHidden, ignoreSignals } = options;
  const loadRef = useRef(options.load);
  loadRef.current = options.load;

  const loop = useMemo(
    () => ({
      key,
      live: LiveLoop.create<T>({
        load: request => loadRef.current(request),
        pollMs,
        now: Date.now,
        random: Math.random,
      }),
    }),
    [key, pollMs],
  ).live;

  const visible = usePageVisible() || Boolean(keepWhenHidden);
  const running = visible && key !== undefined;
  useEffect(() => {
    if (!running) {
      return undefined;
    }
    loop.start();
    return () => loop.pause();
  }, [loop, running]);

  useEffect(() => {
    // Coming back to a window that was merely behind another one.
    window.addEventListener('focus', loop.refresh);
    window.addEventListener('online', loop.refresh);
    return () => {
      window.removeEventListener('focus', loop.refresh);
      window.removeEventListener('online', loop.refresh);
    };
  }, [loop]);

  const { lastSignal } = useSignal<{ revision: number }>(SIGNAL_CHANNEL);
  useEffect(() => {
    if (lastSignal && !ignoreSignals) {
      loop.hint();
    }
  }, [loop, lastSignal, ignoreSignals]);

  const snapshot = useSyncExternalStore(loop.subscribe, loop.getSnapshot);
  const before = useRef<T>();
  useEffect(() => {
    if (snapshot.data !== undefined) {
      before.current = snapshot.data;
    }
  }, [snapshot.data]);

  return useMemo(() => {
    const outdated =
      snapshot.data === undefined && before.current !== undefined;
    return {
      ...snapshot,
      data: snapshot.data ?? before.current,
      loading: snapshot.data === undefined && snapshot.error === undefined,
      outdated,
      refresh: loop.refresh,
      update: change => loop.update(change),
    };
  }, [snapshot, loop]);
}
