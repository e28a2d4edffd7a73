import { isPostgres } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import type { ServiceBoardRow } from '../database/tables';

/**
 * Every writer locks the services it touches first and in order of id, so that writers wait for
 * each other and never deadlock. SQLite has one writer anyway.
 */
export async function lockServices(
  tx: Knex.Transaction,
  which:
    | { readonly ids: readonly number[] }
    | { readonly refs: readonly string[] },
): Promise<number[]> {
  const query = tx<ServiceBoardRow>('service_board').select('id').orderBy('id');
  const filtered =
    'ids' in which
      ? query.whereIn('id', which.ids)
      : query.whereIn('ref', which.refs);
  const rows = await (isPostgres(tx) ? filtered.forUpdate() : filtered);
  return rows.map(({ id }) => id);
}
