import type { Knex } from 'knex';

/** Whether several instances may share the database; SQLite is for one. @public */
export function isPostgres(knex: Knex): boolean {
  return String(knex.client.config.client).startsWith('pg');
}
