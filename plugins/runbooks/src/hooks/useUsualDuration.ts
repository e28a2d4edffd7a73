import useAsync from 'react-use/esm/useAsync';
import { useApi } from '@backstage/core-plugin-api';
import type { Run } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { usualDuration } from '../run/usualDuration';

/** What was long ago says little about the next time. */
const RUNS_COUNT = 20;

/** How long runs of the same runbook usually take, in milliseconds, where enough of them did. */
export function useUsualDuration(run: Run): number | undefined {
  const { runbookId } = run;
  const api = useApi(runbooksApiRef);
  const { value } = useAsync(async () => {
    const { items } = await api.getRuns({
      runbookId,
      active: false,
      limit: RUNS_COUNT,
    });
    return usualDuration(items);
  }, [api, runbookId]);
  return value;
}
