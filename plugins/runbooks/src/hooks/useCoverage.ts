import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import type { Coverage } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../api/runbooksApiRef';

/** Which services have findings and no runbook; of everybody, or only the viewer's own. */
export function useCoverage(mine: boolean): {
  readonly coverage?: Coverage;
  readonly loading: boolean;
  readonly error?: Error;
  retry(): void;
} {
  const api = useApi(runbooksApiRef);
  const { value, loading, error, retry } = useAsyncRetry(
    () => api.getCoverage(mine ? { owner: ['@me'] } : {}),
    [api, mine],
  );
  return { coverage: value, loading, error, retry };
}
