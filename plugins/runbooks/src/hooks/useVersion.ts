import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import type { RunbookVersion } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../api/runbooksApiRef';

/** A version with its text; nothing where no version is asked for. */
export function useVersion(
  id: string,
  version: number | undefined,
): {
  readonly version?: RunbookVersion;
  readonly error?: Error;
  retry(): void;
} {
  const api = useApi(runbooksApiRef);
  const { value, error, retry } = useAsyncRetry(
    async () =>
      version === undefined ? undefined : api.getVersion(id, version),
    [api, id, version],
  );
  // What is still there of another version must never stand under this one's number.
  return {
    version: value?.version === version ? value : undefined,
    error,
    retry,
  };
}
