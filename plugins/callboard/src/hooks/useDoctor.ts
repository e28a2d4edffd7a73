import { useApi } from '@backstage/core-plugin-api';
import type { DoctorEntry } from '@callboard/plugin-callboard-common';
import { callboardApiRef } from '../api/callboardApiRef';
import { Live, useLive } from './useLive';

const PAGE_COUNT = 50;

/** What the annotation doctor found so far. */
export interface DoctorData {
  readonly items: readonly DoctorEntry[];
  /** Entries that there are. */
  readonly total: number;
  /** Services that were looked at. */
  readonly checked: number;
  readonly hasMore: boolean;
}

/** The first pages of the annotation doctor, kept fresh; of one owner, or of everybody. */
export function useDoctor(options: {
  readonly owner?: string;
  readonly pages: number;
}): Live<DoctorData> {
  const { owner, pages } = options;
  const api = useApi(callboardApiRef);
  return useLive<DoctorData>({
    key: `doctor ${owner ?? ''} ${pages}`,
    async load({ signal }) {
      const query = { owner: owner ? [owner] : undefined, limit: PAGE_COUNT };
      const items: DoctorEntry[] = [];
      let cursor: string | undefined;
      let page = await api.getDoctor(query, { signal });
      items.push(...page.items);
      cursor = page.nextCursor;
      for (let i = 1; i < pages && cursor !== undefined; i++) {
        page = await api.getDoctor({ ...query, cursor }, { signal });
        items.push(...page.items);
        cursor = page.nextCursor;
      }
      return {
        items,
        total: page.total,
        checked: page.checked,
        hasMore: cursor !== undefined,
      };
    },
  });
}
