import { isPostgres } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';

/**
 * The database's clock as an SQL expression, in epoch milliseconds. It is the only clock that
 * several instances share, so everything about leases is compared in it.
 */
export type DatabaseClock = (knex: Knex) => Knex.Raw;

/** The clock of the database itself; moves on within a transaction. */
export const databaseClock: DatabaseClock = knex =>
  isPostgres(knex)
    ? knex.raw('floor(extract(epoch from clock_timestamp()) * 1000)::bigint')
    : knex.raw("cast(round(unixepoch('subsec') * 1000) as integer)");
