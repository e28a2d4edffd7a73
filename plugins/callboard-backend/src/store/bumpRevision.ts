import type { Knex } from 'knex';

/**
 * Has to be the last statement of a transaction: every writer waits for this row, and a reader that
 * sees the new revision has to see everything that belongs to it.
 */
export async function bumpRevision(tx: Knex.Transaction): Promise<void> {
  await tx('revision').where({ id: 1 }).increment('value', 1);
}
