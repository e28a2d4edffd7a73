import { isPostgres } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../database/DatabaseClock';
import { LeaseLostError } from './LeaseLostError';

export interface LeaseOptions {
  readonly source: string;
  readonly holder: string;
  readonly epoch: number;
  readonly ttlMs: number;
  readonly clock: DatabaseClock;
  /** A clock that goes on while the process is paused, in milliseconds. */
  readonly monotonicMs: () => number;
  /** Until when the lease is known to be ours, in that clock. */
  readonly validUntilMs: number;
}

/** The right of this process to observe one source, and to write what it saw. */
export class Lease {
  readonly source: string;
  readonly epoch: number;
  readonly #options: LeaseOptions;
  readonly #ended = new AbortController();
  #validUntilMs: number;

  constructor(options: LeaseOptions) {
    this.source = options.source;
    this.epoch = options.epoch;
    this.#options = options;
    this.#validUntilMs = options.validUntilMs;
  }

  /** Aborts when the lease is lost or given back. */
  get signal(): AbortSignal {
    return this.#ended.signal;
  }

  /**
   * Whether new work may start. A process that was paused for longer than the lease lasts finds
   * out here, before it asks anyone.
   */
  isCurrent(): boolean {
    return (
      !this.signal.aborted && this.#options.monotonicMs() < this.#validUntilMs
    );
  }

  renewedUntil(validUntilMs: number): void {
    this.#validUntilMs = validUntilMs;
  }

  end(): void {
    this.#ended.abort(new LeaseLostError(this.source));
  }

  /**
   * Has to be the first statement of every transaction that writes: proves that the lease is still
   * ours, renews it, and keeps it ours until the transaction ends.
   */
  async fence(tx: Knex.Transaction): Promise<void> {
    const { source, holder, epoch, ttlMs, clock } = this.#options;
    if (isPostgres(tx)) {
      // A process that is paused here must not block the next holder for long.
      await tx.raw(`set local idle_in_transaction_session_timeout = '3s'`);
    }
    const renewed = await tx('source_lease')
      .where({ source, holder, epoch })
      .update({ expires_at: tx.raw('? + ?', [clock(tx), ttlMs]) });
    if (renewed !== 1) {
      this.end();
      throw new LeaseLostError(source);
    }
  }
}
