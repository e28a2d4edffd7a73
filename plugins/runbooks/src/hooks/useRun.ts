import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { useSignal } from '@backstage/plugin-signals-react';
import type {
  Run,
  RunFinish,
  StepChange,
} from '@callboard/plugin-runbooks-common';
import { runbookFindingsApiRef } from '../api/runbookFindingsApiRef';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { findingAfter } from '../run/findingAfter';

/** Signals tell at once; this is for portals without them, and for signals that are lost. */
const POLL_MS = 10_000;
const SIGNAL_CHANNEL = 'runbooks';

/** A change that the server has not taken yet. */
export interface FailedChange {
  readonly error: Error;
  retry(): void;
  dismiss(): void;
}

/** A run as it is now, with what can be done about it. */
export interface LiveRun {
  readonly run?: Run;
  /** Why there is nothing to show, or why it is not live. */
  readonly error?: Error;
  /** A change is on its way. */
  readonly busy: boolean;
  readonly failed?: FailedChange;
  reload(): void;
  /** Whether the server took it. */
  changeStep(n: number, change: StepChange): Promise<boolean>;
  finish(finish: RunFinish): Promise<boolean>;
}

/** Follows a run that several people may go through at the same time. */
export function useRun(id: string): LiveRun {
  const api = useApi(runbooksApiRef);
  const [run, setRun] = useState<Run>();
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<FailedChange>();
  const [asked, setAsked] = useState(0);
  const reload = useCallback(() => setAsked(count => count + 1), []);

  // Answers may overtake each other: what is older never replaces what is newer.
  const take = useCallback((answer: Run) => {
    setError(undefined);
    setRun(known =>
      known && known.id === answer.id && known.revision > answer.revision
        ? known
        : answer,
    );
  }, []);

  useEffect(() => {
    const left = new AbortController();
    api.getRun(id, { signal: left.signal }).then(
      answer => !left.signal.aborted && take(answer),
      reason => !left.signal.aborted && setError(reason),
    );
    return () => left.abort();
  }, [api, id, asked, take]);

  const isOver = run?.finishedAt !== undefined;
  useEffect(() => {
    if (isOver) {
      return undefined;
    }
    const timer = setInterval(reload, POLL_MS);
    return () => clearInterval(timer);
  }, [isOver, reload]);

  const { lastSignal } = useSignal<{ run?: string; revision?: number }>(
    SIGNAL_CHANNEL,
  );
  const known = useRef(0);
  known.current = run?.revision ?? 0;
  useEffect(() => {
    if (lastSignal?.run === id && (lastSignal.revision ?? 0) > known.current) {
      reload();
    }
  }, [lastSignal, id, reload]);

  const send = useCallback(
    async (task: () => Promise<Run>): Promise<boolean> => {
      setBusy(true);
      setFailed(undefined);
      try {
        take(await task());
        return true;
      } catch (reason) {
        setFailed({
          error: toError(reason),
          retry: () => void send(task),
          dismiss: () => setFailed(undefined),
        });
        return false;
      } finally {
        setBusy(false);
      }
    },
    [take],
  );

  const changeStep = useCallback(
    (n: number, change: StepChange) =>
      send(() => api.changeStep(id, n, change)),
    [api, id, send],
  );
  const findingsApi = useApiHolder().get(runbookFindingsApiRef);
  const finish = useCallback(
    (how: RunFinish) =>
      send(async () => {
        // What it is like afterwards is worth keeping, but nothing to wait for in vain.
        const findings = await Promise.resolve(
          run && run.finding && findingsApi?.getFindings(run.entityRef),
        ).catch(() => undefined);
        const after = findingAfter(run?.finding, findings);
        return api.finishRun(id, {
          ...how,
          ...(after && { findingAfter: after }),
        });
      }),
    [api, findingsApi, id, run, send],
  );
  return {
    run: run?.id === id ? run : undefined,
    error,
    busy,
    failed,
    reload,
    changeStep,
    finish,
  };
}
