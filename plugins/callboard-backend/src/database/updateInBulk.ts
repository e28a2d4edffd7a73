import type { Knex } from 'knex';
import { inChunks } from './inChunks';

/** How a column's values are read; both databases take them as they come otherwise. */
export type ColumnType = 'integer' | 'bigint' | 'text';

export interface BulkUpdate {
  readonly table: string;
  /** The integer column that names the row. */
  readonly key: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

/** Updates many rows, each with values of its own, with one statement a chunk. */
export async function updateInBulk(
  tx: Knex.Transaction,
  { table, key, columns, rows }: BulkUpdate,
): Promise<void> {
  const names = Object.keys(columns);
  // Both databases call the columns of a list of values column1, column2 ...
  const sets = names
    .map((name, at) => `?? = cast(v.column${at + 2} as ${columns[name]})`)
    .join(', ');
  const tuple = `(${['?', ...names.map(() => '?')].join(', ')})`;
  for (const chunk of inChunks(rows)) {
    await tx.raw(
      `update ?? set ${sets} from (values ${chunk
        .map(() => tuple)
        .join(', ')}) as v where ??.?? = cast(v.column1 as integer)`,
      [
        table,
        ...names,
        ...chunk.flatMap(row => [row[key], ...names.map(name => row[name])]),
        table,
        key,
      ],
    );
  }
}
