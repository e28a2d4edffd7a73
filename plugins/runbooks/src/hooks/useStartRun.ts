import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { failureOf, type Failure } from '@callboard/plugin-callboard-react';
import type { RunStart } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { useRunbookPaths } from './useRunbookPaths';

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
  const start = useCallback(() => {
    setStarting(true);
    setError(undefined);
    api.startRun(runbookId, run).then(
      ({ id }) => navigate(paths.run(id)),
      failed => {
        setStarting(false);
        setError(failureOf(failed));
      },
    );
  }, [api, navigate, paths, runbookId, run]);
  return { start, starting, error };
}
