import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import type { Runbook } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../api/runbooksApiRef';

/** A runbook with its text. */
export function useRunbook(id: string): {
  readonly runbook?: Runbook;
  readonly error?: Error;
  retry(): void;
} {
  const api = useApi(runbooksApiRef);
  const { value, error, retry } = useAsyncRetry(
    () => api.getRunbook(id),
    [api, id],
  );
  return { runbook: value?.id === id ? value : undefined, error, retry };
}
