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
  const asked = useRef<{ readonly of: string; readonly begin: RunStart }>();
  const start = useCallback(() => {
    const of = identityOf(runbookId, run);
    if (asked.current?.of !== of) {
      asked.current = { of, begin: { ...run, id: newRunId() } };
    }
    const { begin } = asked.current;
    setStarting(true);
    setError(undefined);
    within(ANSWER_MAX_MS, signal =>
      api.startRun(runbookId, begin, { signal }),
    ).then(
      begun => {
        asked.current = undefined;
        navigate(paths.run(begun.id));
      },
      failed => {
        setStarting(false);
        setError(failureOf(failed));
      },
    );
  }, [api, navigate, paths, runbookId, run]);
  return { start, starting, error };
}

/** What is to be run. The words of a finding change while it stays the same. */
function identityOf(runbookId: string, run: RunStart): string {
  const { finding, ...rest } = run;
  const { message, status, since, ...same } = finding ?? {};
  return JSON.stringify([runbookId, rest, finding && same]);
}

/** 128 random bits. `crypto.randomUUID` is not there in portals without TLS. */
function newRunId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), part =>
    part.toString(16).padStart(8, '0'),
  ).join('');
}
