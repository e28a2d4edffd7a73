import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '../editor/Draft';
import type { DraftKey, DraftStore } from '../editor/DraftStore';
import { useOnLeave } from './useOnLeave';

/** A pause in typing. */
const PAUSE_MS = 700;
/** Who never pauses has it kept nevertheless. */
const LONGEST_WAIT_MS = 5_000;

/** How keeping goes. */
export interface KeptDraft {
  /** When it was kept last, in milliseconds since 1970. */
  readonly keptAtMs?: number;
  /** The device keeps nothing more. */
  readonly failed: boolean;
  /** Keeps it now. */
  flush(): void;
}

/**
 * Keeps a draft on this device at every pause, and when the page is left or hidden. An absent draft
 * takes away what was kept.
 */
export function useKeptDraft(options: {
  readonly store: DraftStore;
  readonly draftKey: DraftKey;
  readonly draft: Omit<Draft, 'keptAt'> | undefined;
}): KeptDraft {
  const { store, draftKey, draft } = options;
  const { runbook, user } = draftKey;
  const [kept, setKept] = useState<{ atMs?: number; failed: boolean }>({
    failed: false,
  });
  const waiting = useRef<{ since: number; flush(): void }>();

  const flush = useCallback(() => {
    waiting.current?.flush();
    waiting.current = undefined;
  }, []);

  useEffect(() => {
    const key = { runbook, user };
    const since = waiting.current?.since ?? Date.now();
    waiting.current = {
      since,
      flush() {
        if (!draft) {
          store.drop(key);
          setKept({ failed: false });
          return;
        }
        const atMs = Date.now();
        const keptAt = new Date(atMs).toISOString();
        const done = store.keep(key, { ...draft, keptAt });
        setKept(before =>
          done ? { atMs, failed: false } : { ...before, failed: true },
        );
      },
    };
    if (!draft) {
      flush();
      return undefined;
    }
    const waitMs = Math.min(PAUSE_MS, since + LONGEST_WAIT_MS - Date.now());
    const timer = setTimeout(flush, Math.max(0, waitMs));
    return () => clearTimeout(timer);
  }, [store, runbook, user, draft, flush]);

  useOnLeave(flush);

  return { keptAtMs: kept.atMs, failed: kept.failed, flush };
}
