import { useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { failureOf, type Failure } from '@callboard/plugin-callboard-react';
import type { RunStart } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { within } from '../api/within';
import { useRunbookPaths } from './useRunbookPaths';

const ANSWER_MAX_MS = 30_000;

/** Starts a run and goes to it. */
export function useStartRun(
  runbookId: string,
  run: RunStart,
): {
  start(): void;
  readonly starting: boolean;
  readonly error?: Failure;
} {
  const api = useApi(runbooksApiRef);
  const navigate = useNavigate();
  const paths = useRunbookPaths();
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<Failure>();
  // Who asks again because no answer came shall not have begun two runs.
  const id = useRef<string>();
  const start = useCallback(() => {
    id.current ??= newRunId();
    const begin = { ...run, id: id.current };
    setStarting(true);
    setError(undefined);
    within(ANSWER_MAX_MS, signal =>
      api.startRun(runbookId, begin, { signal }),
    ).then(
      begun => navigate(paths.run(begun.id)),
      failed => {
        setStarting(false);
        setError(failureOf(failed));
      },
    );
  }, [api, navigate, paths, runbookId, run]);
  return { start, starting, error };
}

/** 128 random bits. `crypto.randomUUID` is not there in portals without TLS. */
function newRunId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), part =>
    part.toString(16).padStart(8, '0'),
  ).join('');
}
