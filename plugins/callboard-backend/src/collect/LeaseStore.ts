import {
  isPostgres,
  toNumber,
  type StoredBigint,
} from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../database/DatabaseClock';
import type { LeaseRow } from '../database/tables';

/** What the database says of a lease. */
export interface LeaseState {
  readonly source: string;
  readonly holder: string | null;
  readonly epoch: number;
  readonly expired: boolean;
}

export interface LeaseStoreOptions {
  readonly knex: Knex;
  readonly instanceId: string;
  readonly ttlMs: number;
  readonly clock: DatabaseClock;
}

/** The tables `instance` and `source_lease`, each statement its own transaction. */
export class LeaseStore {
  readonly #knex: Knex;
  readonly #instanceId: string;
  readonly #ttlMs: number;
  readonly #clock: DatabaseClock;

  constructor(options: LeaseStoreOptions) {
    this.#knex = options.knex;
    this.#instanceId = options.instanceId;
    this.#ttlMs = options.ttlMs;
    this.#clock = options.clock;
  }

  /**
   * For the start. SQLite serves a single instance, so whoever held a lease there before is gone;
   * nobody has to wait until it runs out.
   */
  async begin(): Promise<void> {
    if (!isPostgres(this.#knex)) {
      await this.#knex('instance').delete();
      await this.#knex<LeaseRow>('source_lease').update({ holder: null });
    }
  }

  /** Rows for sources that have none. */
  async prepare(sources: readonly string[]): Promise<void> {
    for (const source of sources) {
      await this.#knex('source_lease')
        .insert({ source, holder: null, epoch: 0, expires_at: this.#now() })
        .onConflict('source')
        .ignore();
    }
  }

  /** Says that this instance is alive; returns how many are. */
  async announce(): Promise<number> {
    await this.#knex('instance')
      .insert({ id: this.#instanceId, expires_at: this.#expiry() })
      .onConflict('id')
      .merge();
    await this.#knex('instance')
      .where('expires_at', '<=', this.#now())
      .delete();
    const row = await this.#knex('instance')
      .count<{ count: StoredBigint }>({ count: '*' })
      .first();
    return toNumber(row?.count ?? 1);
  }

  /** Renews everything that is still ours. */
  async renew(): Promise<void> {
    await this.#knex('source_lease')
      .where({ holder: this.#instanceId })
      .update({ expires_at: this.#expiry() });
  }

  async list(sources: readonly string[]): Promise<LeaseState[]> {
    const rows = await this.#knex('source_lease')
      .whereIn('source', sources)
      .select<
        {
          source: string;
          holder: string | null;
          epoch: StoredBigint;
          expired: number;
        }[]
      >(
        'source',
        'holder',
        'epoch',
        this.#knex.raw(
          'case when expires_at <= ? then 1 else 0 end as expired',
          [this.#now()],
        ),
      );
    return rows.map(row => ({
      source: row.source,
      holder: row.holder,
      epoch: toNumber(row.epoch),
      expired: row.expired === 1,
    }));
  }

  /** Takes a free lease; the new epoch, or nothing where somebody else was faster. */
  async take(lease: LeaseState): Promise<number | undefined> {
    const epoch = lease.epoch + 1;
    const taken = await this.#knex('source_lease')
      .where({ source: lease.source, epoch: lease.epoch })
      .where(free =>
        free.whereNull('holder').orWhere('expires_at', '<=', this.#now()),
      )
      .update({ holder: this.#instanceId, epoch, expires_at: this.#expiry() });
    return taken === 1 ? epoch : undefined;
  }

  async release(source: string, epoch: number): Promise<void> {
    await this.#knex('source_lease')
      .where({ source, epoch, holder: this.#instanceId })
      .update({ holder: null, expires_at: this.#now() });
  }

  async leave(): Promise<void> {
    await this.#knex('instance').where({ id: this.#instanceId }).delete();
  }

  #now(): Knex.Raw {
    return this.#clock(this.#knex);
  }

  #expiry(): Knex.Raw {
    return this.#knex.raw('? + ?', [this.#now(), this.#ttlMs]);
  }
}
