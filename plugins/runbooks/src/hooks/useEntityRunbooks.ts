import { useCallback, useEffect, useState } from 'react';
import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import type {
  FindingSnapshot,
  Run,
  RunbooksApi,
} from '@callboard/plugin-runbooks-common';
import { runbookFindingsApiRef } from '../api/runbookFindingsApiRef';
import { runbooksApiRef } from '../api/runbooksApiRef';
import {
  orderEntityRunbooks,
  questionOf,
  type EntityRunbook,
} from '../entity/entityRunbooks';

/** More than an entity has; the rest is in the list. */
const RUNBOOKS_MAX_COUNT = 200;

/** Findings that are asked for at once, beside the question of none. */
const FINDINGS_MAX_COUNT = 199;

/** Runbooks of an entity, and who is going through one. */
export interface EntityRunbooks {
  readonly items: readonly EntityRunbook[];
  readonly findings: readonly FindingSnapshot[];
  /** That go on. */
  readonly runs: readonly Run[];
  /** There are more than these. */
  readonly more: boolean;
}

/** Loads the runbooks of an entity; a page that is there stays while it is loaded anew. */
export function useEntityRunbooks(entityRef: string): {
  readonly data?: EntityRunbooks;
  readonly error?: Error;
  retry(): void;
} {
  const api = useApi(runbooksApiRef);
  const findingsApi = useApiHolder().get(runbookFindingsApiRef);
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{
    entityRef: string;
    data?: EntityRunbooks;
    error?: Error;
  }>();

  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    // Findings put what is there in order; without them it is there all the same.
    const findings = Promise.resolve(
      findingsApi?.getFindings(entityRef, { signal }),
    ).catch(() => undefined);
    load({ api, entityRef, findings, signal }).then(
      data => !signal.aborted && setAnswer({ entityRef, data }),
      error => !signal.aborted && setAnswer({ entityRef, error }),
    );
    return () => left.abort();
  }, [api, findingsApi, entityRef, attempt]);

  const retry = useCallback(() => {
    setAnswer(undefined);
    setAttempt(count => count + 1);
  }, []);
  const current = answer?.entityRef === entityRef ? answer : undefined;
  return { data: current?.data, error: current?.error, retry };
}

async function load(options: {
  readonly api: RunbooksApi;
  readonly entityRef: string;
  readonly findings: Promise<readonly FindingSnapshot[] | undefined>;
  readonly signal: AbortSignal;
}): Promise<EntityRunbooks> {
  const { api, entityRef, signal } = options;
  const [page, runs, findings] = await Promise.all([
    api.getRunbooks(
      { entityRef, inherited: true, limit: RUNBOOKS_MAX_COUNT },
      { signal },
    ),
    api.getRuns({ entityRef, active: true }, { signal }),
    options.findings.then(all => (all ?? []).slice(0, FINDINGS_MAX_COUNT)),
  ]);
  const [always = [], ...matches] = await api.matchAll(
    entityRef,
    [{}, ...findings.map(questionOf)],
    { signal },
  );
  return {
    items: orderEntityRunbooks({
      runbooks: page.items,
      always,
      findings,
      matches,
    }),
    findings,
    runs: runs.items.filter(({ finishedAt }) => finishedAt === undefined),
    more: page.nextCursor !== undefined,
  };
}
