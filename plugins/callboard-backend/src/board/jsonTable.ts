import { isPostgres } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';

export type JsonColumn = 'integer' | 'bigint' | 'text';

/**
 * Rows that the database does not have, bound as one parameter however many there are: a select
 * over a list of JSON objects.
 */
export function jsonTable<T extends object>(
  knex: Knex,
  options: {
    readonly columns: Readonly<Partial<Record<keyof T & string, JsonColumn>>>;
    readonly rows: readonly T[];
  },
): Knex.Raw {
  const columns = Object.entries(options.columns);
  const json = JSON.stringify(options.rows);
  if (isPostgres(knex)) {
    const typed = columns.map(([name, type]) => `${name} ${type}`);
    return knex.raw(
      `select * from jsonb_to_recordset(?::jsonb) as r(${typed.join(', ')})`,
      [json],
    );
  }
  // With a type, or SQLite makes no index for joining it.
  const cast = columns.map(
    ([name, type]) =>
      `cast(value ->> '${name}' as ${
        type === 'text' ? 'text' : 'integer'
      }) as ${name}`,
  );
  return knex.raw(`select ${cast.join(', ')} from json_each(?)`, [json]);
}
