import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Run } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { ChangeSender, type SenderState } from '../run/ChangeSender';
import { keptChanges } from '../run/unsentChanges';

/** Changes of a run that are on their way, and how to make more. */
export interface RunChanges extends SenderState {
  readonly sender: Pick<ChangeSender, 'make' | 'insist' | 'drop' | 'retryNow'>;
}

/** Sends what somebody does in a run, until it is saved; at once when the network is back. */
export function useRunChanges(options: {
  readonly runId: string;
  /** Names on this device begin with it. */
  readonly prefix: string;
  /** Stays the same. */
  readonly onRun: (run: Run) => void;
  /** The clock of the server. Stays the same. */
  readonly now: () => number;
}): RunChanges {
  const { runId, prefix, onRun, now } = options;
  const api = useApi(runbooksApiRef);
  const sender = useMemo(
    () =>
      ChangeSender.create({
        api,
        runId,
        kept: keptChanges({ storage: localStorage, prefix }),
        onRun,
        now,
        random: Math.random,
      }),
    [api, runId, prefix, onRun, now],
  );
  useEffect(() => {
    sender.start();
    window.addEventListener('online', sender.retryNow);
    return () => {
      window.removeEventListener('online', sender.retryNow);
      sender.stop();
    };
  }, [sender]);
  const state = useSyncExternalStore(sender.subscribe, sender.getSnapshot);
  return useMemo(() => ({ ...state, sender }), [state, sender]);
}
