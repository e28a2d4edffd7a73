import { useApi } from '@backstage/core-plugin-api';
import type { ServiceDetail } from '@callboard/plugin-callboard-common';
import { callboardApiRef } from '../api/callboardApiRef';
import { Live, useLive } from './useLive';

/** One service with every observation, kept fresh. Undefined loads nothing. */
export function useService(entityRef: string | undefined): Live<ServiceDetail> {
  const api = useApi(callboardApiRef);
  const live = useLive<ServiceDetail>({
    key: entityRef && `service ${entityRef}`,
    load: ({ signal }) => api.getService(entityRef ?? '', { signal }),
  });
  // What is still there of another service must never stand under this one's name.
  return live.outdated
    ? { ...live, data: undefined, loading: live.error === undefined }
    : live;
}
