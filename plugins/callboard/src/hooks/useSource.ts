import { useApi } from '@backstage/core-plugin-api';
import type { SourceDetail } from '@callboard/plugin-callboard-common';
import { callboardApiRef } from '../api/callboardApiRef';
import { Live, useLive } from './useLive';

/** One source (`kubernetes/prod-eu`) with its own facts, kept fresh. */
export function useSource(options: {
  readonly source: string;
  readonly enabled: boolean;
}): Live<SourceDetail> {
  const { source, enabled } = options;
  const api = useApi(callboardApiRef);
  const live = useLive<SourceDetail>({
    key: enabled ? `source ${source}` : undefined,
    load: ({ signal }) => api.getSource(source, { signal }),
  });
  // What is still there of another source must never stand under this one's name.
  return live.outdated
    ? { ...live, data: undefined, loading: live.error === undefined }
    : live;
}
