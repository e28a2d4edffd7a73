import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import type { ServiceBoardRow } from '../database/tables';
import { lockServices } from '../store/lockServices';
import type { ProjectedService } from './projectEntity';

/** Rank of a service that nothing is connected to. */
const NONE_RANK = 8;
const EMPTY_ROW = JSON.stringify({ status: 'none', aspects: {} });

/**
 * Writes new and changed services, those that came back included. Returns their ids by ref.
 * Status and since stay as they are; the projection makes them.
 */
export async function writeServices(
  tx: Knex.Transaction,
  services: readonly ProjectedService[],
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const refs = services.map(({ ref }) => ref);
  await lockServices(tx, { refs });
  await tx('service_board')
    .insert(
      services.map(service => ({
        ref: service.ref,
        uid: service.uid,
        name: service.name,
        owner: service.owner,
        system: service.system,
        lifecycle: service.lifecycle,
        q: service.q,
        hash: service.hash,
        rank: NONE_RANK,
        since: now,
        deleted_at: null,
      })),
    )
    .onConflict('ref')
    .merge([
      'uid',
      'name',
      'owner',
      'system',
      'lifecycle',
      'q',
      'hash',
      'deleted_at',
    ]);
  const rows = await tx<ServiceBoardRow>('service_board')
    .whereIn('ref', refs)
    .select('id', 'ref');
  const ids = new Map(rows.map(({ id, ref }) => [ref, id]));
  await tx('service_detail')
    .insert(
      services.map(service => ({
        id: ids.get(service.ref),
        entity_json: service.entityJson,
        row_json: EMPTY_ROW,
        settled_json: '{}',
      })),
    )
    .onConflict('id')
    .merge(['entity_json']);
  await writeTags(tx, services, ids);
  return ids;
}

async function writeTags(
  tx: Knex.Transaction,
  services: readonly ProjectedService[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  await tx('service_tag')
    .whereIn('id', [...ids.values()])
    .delete();
  const rows = services.flatMap(service =>
    service.tags.map(tag => ({ tag, id: ids.get(service.ref) })),
  );
  for (const chunk of inChunks(rows)) {
    await tx('service_tag').insert(chunk);
  }
}
