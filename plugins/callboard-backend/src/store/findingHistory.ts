import {
  isHealthAspect,
  type Aspect,
  type Finding,
} from '@callboard/plugin-callboard-common';
import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import type { FindingHistoryRow } from '../database/tables';

/** Findings of one code that a service has: they have begun, and none of them is gone yet. */
export type LastingCode = Pick<
  FindingHistoryRow,
  'id' | 'service_id' | 'aspect' | 'code'
>;

/** What a service has now. */
export interface FindingsOfService {
  readonly serviceId: number;
  /** What was kept of it before. */
  readonly lasting: readonly LastingCode[];
  readonly aspects: readonly {
    readonly aspect: Aspect;
    readonly findings: readonly Finding[];
  }[];
}

/** Reads what services had when they were last looked at. */
export async function readLastingCodes(
  tx: Knex.Transaction,
  serviceIds: readonly number[],
): Promise<LastingCode[]> {
  return tx<FindingHistoryRow>('finding_history')
    .whereIn('service_id', serviceIds)
    .whereNull('last_at')
    .select('id', 'service_id', 'aspect', 'code');
}

/** Keeps which codes came and which are gone; writes nothing where none did. */
export async function writeFindingHistory(
  tx: Knex.Transaction,
  services: readonly FindingsOfService[],
  now: number,
): Promise<void> {
  const gone: number[] = [];
  const come: Omit<FindingHistoryRow, 'id'>[] = [];
  for (const { serviceId, lasting, aspects } of services) {
    const codes = codesOf(aspects, now);
    const known = new Set(lasting.map(keyOf));
    gone.push(
      ...lasting.filter(row => !codes.has(keyOf(row))).map(({ id }) => id),
    );
    for (const [key, { aspect, code, since }] of codes) {
      if (!known.has(key)) {
        come.push({
          service_id: serviceId,
          aspect,
          code,
          first_at: since,
          last_at: null,
        });
      }
    }
  }
  for (const ids of inChunks(gone)) {
    await tx('finding_history').whereIn('id', ids).update({ last_at: now });
  }
  for (const rows of inChunks(come)) {
    await tx('finding_history').insert(rows);
  }
}

/** Warning and failing of health aspects, with when the first of each code began. */
function codesOf(aspects: FindingsOfService['aspects'], now: number) {
  const codes = new Map<
    string,
    { aspect: Aspect; code: string; since: number }
  >();
  for (const { aspect, findings } of aspects) {
    if (!isHealthAspect(aspect)) {
      continue;
    }
    for (const { code, status, since } of findings) {
      if (status === 'failing' || status === 'warning') {
        const key = keyOf({ aspect, code });
        codes.set(key, {
          aspect,
          code,
          since: Math.min(Date.parse(since), codes.get(key)?.since ?? now),
        });
      }
    }
  }
  return codes;
}

function keyOf({ aspect, code }: { aspect: string; code: string }): string {
  return JSON.stringify([aspect, code]);
}
