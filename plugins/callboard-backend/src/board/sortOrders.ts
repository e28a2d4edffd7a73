import type { ServiceSort } from '@callboard/plugin-callboard-common';
import { Cursor, toNumber } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { ServiceBoardRow } from '../database/tables';

type SortedRow = Pick<ServiceBoardRow, 'id' | 'rank' | 'since' | 'name'>;

/** An order of services in which every row has exactly one place, so that pages join up. */
export interface ServiceOrder {
  sort(query: Knex.QueryBuilder): void;
  /** Keeps what comes after the place that a cursor names. */
  goOn(query: Knex.QueryBuilder, cursor: string): void;
  cursorAfter(row: SortedRow): string;
}

/** Numbers that do not fit their column are an error of the database, so they end here. */
const idSchema = z.int().min(0).max(2_147_483_647);
const rankSchema = z.int().min(0).max(100);

const worst = Cursor.of(
  z.tuple([z.literal('worst'), rankSchema, z.int(), idSchema]),
);
const since = Cursor.of(z.tuple([z.literal('since'), z.int(), idSchema]));
const name = Cursor.of(
  z.tuple([
    z.literal('name'),
    z.string().refine(value => !value.includes('\0')),
    idSchema,
  ]),
);

export const SERVICE_ORDERS: Readonly<Record<ServiceSort, ServiceOrder>> = {
  worst: {
    sort: query =>
      query.orderBy([
        { column: 'b.rank' },
        { column: 'b.since', order: 'desc' },
        { column: 'b.id' },
      ]),
    goOn: (query, cursor) => {
      const [, rank, at, id] = worst.read(cursor);
      // The first condition says nothing new, but it is one that an index can start at.
      query.whereRaw(
        'b.rank >= ? and (b.rank > ? or b.since < ? or (b.since = ? and b.id > ?))',
        [rank, rank, at, at, id],
      );
    },
    cursorAfter: row =>
      worst.write(['worst', row.rank, toNumber(row.since), row.id]),
  },
  since: {
    sort: query =>
      query.orderBy([{ column: 'b.since', order: 'desc' }, { column: 'b.id' }]),
    goOn: (query, cursor) => {
      const [, at, id] = since.read(cursor);
      query.whereRaw('b.since <= ? and (b.since < ? or b.id > ?)', [
        at,
        at,
        id,
      ]);
    },
    cursorAfter: row => since.write(['since', toNumber(row.since), row.id]),
  },
  name: {
    sort: query => query.orderBy(['b.name', 'b.id']),
    goOn: (query, cursor) => {
      const [, after, id] = name.read(cursor);
      query.whereRaw('b.name >= ? and (b.name > ? or b.id > ?)', [
        after,
        after,
        id,
      ]);
    },
    cursorAfter: row => name.write(['name', row.name, row.id]),
  },
};
