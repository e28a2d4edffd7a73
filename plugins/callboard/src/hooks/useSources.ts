import { useApi } from '@backstage/core-plugin-api';
import type { SourceHealth } from '@callboard/plugin-callboard-common';
import { callboardApiRef } from '../api/callboardApiRef';
import { Live, useLive } from './useLive';

/** Every source, and when the server said so. */
export interface SourcesData {
  readonly items: readonly SourceHealth[];
  /** ISO 8601 in UTC. */
  readonly asOf: string;
}

/** Every source that the viewer may see, kept fresh. Loads nothing while not enabled. */
export function useSources(options: {
  readonly enabled: boolean;
}): Live<SourcesData> {
  const api = useApi(callboardApiRef);
  return useLive<SourcesData>({
    key: options.enabled ? 'sources' : undefined,
    load: ({ signal }) => api.getSources({ signal }),
  });
}
