import { useMemo, useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import type { Run } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../api/runbooksApiRef';

/** Runs whose values are offered. */
const RUNS_COUNT = 10;

/** Where the values come from that a preview fills in. */
export type ValuesChoice = 'none' | 'own' | 'finding' | { readonly run: Run };

/** The values that a preview fills into commands. */
export interface PreviewValues {
  readonly choice: ValuesChoice;
  readonly runs: readonly Run[];
  /** Whether the address brings values of a finding. */
  readonly hasFinding: boolean;
  readonly params: Readonly<Record<string, string>>;
  choose(choice: ValuesChoice): void;
  setOwn(name: string, value: string): void;
}

/** `?p.namespace=shop`: the values of the finding that the person came from. */
const PARAM_PREFIX = 'p.';

/** Values of a finding, of the last runs of a runbook, or such that the person types. */
export function usePreviewValues(runbookId: string | undefined): PreviewValues {
  const api = useApi(runbooksApiRef);
  const [search] = useSearchParams();
  const finding = useMemo(
    () =>
      Object.fromEntries(
        [...search]
          .filter(([name]) => name.startsWith(PARAM_PREFIX))
          .map(([name, value]) => [name.slice(PARAM_PREFIX.length), value]),
      ),
    [search],
  );
  const hasFinding = Object.keys(finding).length > 0;
  const [choice, choose] = useState<ValuesChoice>();
  const [own, setOwn] = useState<Record<string, string>>({});
  const { value } = useAsync(
    async () =>
      runbookId ? api.getRuns({ runbookId, limit: RUNS_COUNT }) : undefined,
    [api, runbookId],
  );
  const runs = useMemo(
    () =>
      (value?.items ?? []).filter(
        ({ params }) => Object.keys(params).length > 0,
      ),
    [value],
  );
  // The finding, else the last run, is the best guess; nobody has to choose it.
  const chosen = useMemo((): ValuesChoice => {
    const last = runs.length > 0 ? { run: runs[0] } : 'none';
    return choice ?? (hasFinding ? 'finding' : last);
  }, [choice, runs, hasFinding]);
  const params = useMemo(() => {
    switch (chosen) {
      case 'none':
        return {};
      case 'finding':
        return finding;
      case 'own':
        return Object.fromEntries(
          Object.entries(own).filter(([, text]) => text !== ''),
        );
      default:
        return chosen.run.params;
    }
  }, [chosen, own, finding]);
  return {
    choice: chosen,
    runs,
    hasFinding,
    params,
    choose,
    setOwn: (name, text) => setOwn(before => ({ ...before, [name]: text })),
  };
}
