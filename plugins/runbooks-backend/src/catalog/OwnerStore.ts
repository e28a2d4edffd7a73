import { toInstant } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import { whereAmong } from '../database/among';
import type { MissingOwnerRow } from '../database/tables';

/** Rows of one statement: SQLite bounds its parameters. */
const CHUNK_COUNT = 100;

/** Who looks after runbooks, and which of them the catalog does not have. */
export class OwnerStore {
  readonly #knex: Knex;

  static create(options: { readonly knex: Knex }): OwnerStore {
    return new OwnerStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The owners of all published runbooks, their own or those of their entities. */
  async named(): Promise<readonly string[]> {
    const knex = this.#knex;
    const rows: { ref: string | null }[] = await knex('runbook as r')
      .leftJoin('entity as e', 'e.ref', 'r.entity_ref')
      .where('r.state', 'published')
      .distinct(knex.raw('coalesce(r.owner, e.owner) as ref'));
    return rows.flatMap(({ ref }) => ref ?? []);
  }

  /** Since when owners are missing, ISO 8601 in UTC. */
  async missing(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#knex<MissingOwnerRow>('missing_owner');
    return new Map(rows.map(({ ref, since }) => [ref, toInstant(since)]));
  }

  /** Keeps that these are missing, and no others. */
  async keepMissing(refs: readonly string[], at: number): Promise<void> {
    const knex = this.#knex;
    const known = await this.missing();
    const missing = new Set(refs);
    const back = [...known.keys()].filter(ref => !missing.has(ref));
    const left = refs.filter(ref => !known.has(ref));
    if (back.length > 0) {
      const query = knex('missing_owner');
      whereAmong(query, { knex, column: 'ref', values: back });
      await query.delete();
    }
    if (left.length > 0) {
      await knex.batchInsert(
        'missing_owner',
        left.map(ref => ({ ref, since: at })),
        CHUNK_COUNT,
      );
    }
  }
}
