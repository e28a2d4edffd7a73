import type { Knex } from 'knex';

/** What a viewer may read, as conditions on rows of `entity`. */
export interface ReadScope {
  /** No condition at all: queries need not look at entities. */
  readonly readsAll: boolean;
  /** Keeps runbooks whose entity, which the query names `e`, lets the viewer read them. */
  where(query: Knex.QueryBuilder): void;
  /** Keeps rows whose entity the viewer may read in the catalog. */
  whereEntity(query: Knex.QueryBuilder, alias: string): void;
}

/** No condition at all. */
export const READS_ALL: ReadScope = {
  readsAll: true,
  where: () => {},
  whereEntity: () => {},
};
