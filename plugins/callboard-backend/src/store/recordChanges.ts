import type { Change } from '@callboard/plugin-callboard-common';
import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import type { ChangeRow } from '../database/tables';
import { hashOf } from './boundedText';

/** What was done to a service, as one of its sources knows. */
export interface ObservedChanges {
  readonly serviceId: number;
  readonly source: string;
  readonly changes: readonly Change[];
}

type NewChange = Omit<ChangeRow, 'id'>;

/**
 * Keeps changes that are not known yet. Asks first which are: inserting and ignoring would use up a
 * number of the sequence for each of them, in every round.
 */
export async function recordChanges(
  tx: Knex.Transaction,
  observed: readonly ObservedChanges[],
): Promise<void> {
  const candidates = new Map<string, NewChange>();
  for (const { serviceId, source, changes } of observed) {
    for (const change of changes) {
      const at = Date.parse(change.at);
      const keyHash = hashOf(change.key);
      if (!Number.isNaN(at)) {
        candidates.set(identity(serviceId, source, keyHash), {
          service_id: serviceId,
          source,
          key_hash: keyHash,
          at,
          change_json: JSON.stringify(change),
        });
      }
    }
  }
  for (const chunk of inChunks([...candidates.values()])) {
    const known = await tx<ChangeRow>('change')
      .whereIn('service_id', [...new Set(chunk.map(row => row.service_id))])
      .whereIn(
        'key_hash',
        chunk.map(row => row.key_hash),
      )
      .select('service_id', 'source', 'key_hash');
    const seen = new Set(
      known.map(row => identity(row.service_id, row.source, row.key_hash)),
    );
    const fresh = chunk.filter(
      row => !seen.has(identity(row.service_id, row.source, row.key_hash)),
    );
    if (fresh.length > 0) {
      await tx('change')
        .insert(fresh)
        .onConflict(['service_id', 'source', 'key_hash'])
        .ignore();
    }
  }
}

function identity(serviceId: number, source: string, keyHash: string): string {
  return `${serviceId} ${keyHash} ${source}`;
}
