import { useApi } from '@backstage/core-plugin-api';
import type { TimelineEntry } from '@callboard/plugin-callboard-common';
import { callboardApiRef } from '../api/callboardApiRef';
import { Live, useLive } from './useLive';

/** What is known of a stretch of a service's past; times are epoch milliseconds. */
export interface TimelineData {
  readonly entries: readonly TimelineEntry[];
  readonly from: number;
  readonly to: number;
}

/** What happened to a service during the last `lengthMs`, kept fresh. */
export function useTimeline(
  entityRef: string,
  lengthMs: number,
): Live<TimelineData> {
  const api = useApi(callboardApiRef);
  const live = useLive<TimelineData>({
    key: `timeline ${entityRef} ${lengthMs}`,
    async load({ signal }) {
      const from = Date.now() - lengthMs;
      const { items, asOf } = await api.getTimeline(
        entityRef,
        { from: new Date(from).toISOString() },
        { signal },
      );
      // The server's clock says what now is: a viewer's may be off.
      const to = Date.parse(asOf);
      return { entries: items, from: to - lengthMs, to };
    },
  });
  return live.outdated
    ? { ...live, data: undefined, loading: live.error === undefined }
    : live;
}
