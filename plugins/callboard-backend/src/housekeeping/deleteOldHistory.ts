import { isPostgres } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import type { Retention } from '../config/readRetention';
import { CHUNK_ROW_COUNT } from '../database/inChunks';

export interface DeleteOldHistoryOptions {
  readonly knex: Knex;
  readonly retention: Retention;
  readonly now: number;
  readonly signal?: AbortSignal;
}

/** How much was deleted. */
export interface DeletedHistory {
  readonly transitions: number;
  readonly changes: number;
  readonly findings: number;
  readonly services: number;
}

/** Deletes what is older than it is kept, in pieces that block nobody for long. */
export async function deleteOldHistory(
  options: DeleteOldHistoryOptions,
): Promise<DeletedHistory> {
  const { retention, now } = options;
  return {
    transitions: await deleteOlder(options, {
      table: 'transition',
      column: 'at',
      before: now - retention.transitionsMs,
    }),
    changes: await deleteOlder(options, {
      table: 'change',
      column: 'at',
      before: now - retention.changesMs,
    }),
    findings: await deleteOlder(options, {
      table: 'finding_history',
      column: 'last_at',
      before: now - retention.transitionsMs,
    }),
    // Everything else of a service goes with it.
    services: await deleteOlder(options, {
      table: 'service_board',
      column: 'deleted_at',
      before: now - retention.servicesMs,
    }),
  };
}

async function deleteOlder(
  { knex, signal }: DeleteOldHistoryOptions,
  which: { table: string; column: string; before: number },
): Promise<number> {
  const { table, column, before } = which;
  let deleted = 0;
  let count: number;
  do {
    signal?.throwIfAborted();
    count = await knex.transaction(async tx => {
      const query = tx(table)
        .where(column, '<', before)
        .orderBy('id')
        .limit(CHUNK_ROW_COUNT)
        .select<{ id: number }[]>('id');
      // In order of id, as all writers lock; a service may be coming back just now.
      const rows = await (isPostgres(knex) ? query.forUpdate() : query);
      await tx(table)
        .whereIn(
          'id',
          rows.map(({ id }) => id),
        )
        .delete();
      return rows.length;
    });
    deleted += count;
  } while (count === CHUNK_ROW_COUNT);
  return deleted;
}
