import { isPostgres } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';

/**
 * Keeps the rows whose column has one of the values. They are bound as one parameter however many
 * there are: both databases bound the number of parameters.
 */
export function whereAmong(
  query: Knex.QueryBuilder,
  options: {
    readonly knex: Knex;
    readonly column: string;
    readonly values: readonly string[];
  },
): void {
  const { knex, column, values } = options;
  if (isPostgres(knex)) {
    query.whereRaw('?? = any(?::text[])', [column, [...values]]);
  } else {
    query.whereRaw('?? in (select value from json_each(?))', [
      column,
      JSON.stringify(values),
    ]);
  }
}
