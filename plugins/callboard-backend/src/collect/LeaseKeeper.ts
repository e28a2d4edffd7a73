import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Knex } from 'knex';
import { databaseClock, type DatabaseClock } from '../database/DatabaseClock';
import { Lease } from './Lease';
import { leaseQuota } from './leaseQuota';
import { LeaseStore, type LeaseState } from './LeaseStore';

export const LEASE_TTL_MS = 20_000;
export const LEASE_TICK_MS = 5_000;
/** A source that nobody takes for so many ticks is taken beyond the quota. */
const ORPHAN_TICK_COUNT = 3;

export interface LeaseKeeperOptions {
  readonly knex: Knex;
  readonly logger: LoggerService;
  readonly instanceId: string;
  /** Every source that this instance is able to observe now; asked with every tick. */
  readonly sources: () => readonly string[];
  /** Starts to work on a source; what it returns resolves once it has stopped. */
  readonly onAcquired: (lease: Lease) => Promise<void>;
  readonly onChange?: (change: 'acquired' | 'lost' | 'released') => void;
  readonly ttlMs?: number;
  readonly tickMs?: number;
  readonly clock?: DatabaseClock;
  readonly monotonicMs?: () => number;
  readonly random?: () => number;
}

interface Held {
  readonly lease: Lease;
  readonly stopped: Promise<void>;
}

/**
 * Keeps exactly one observer per source, on the database's clock: who holds a lease renews it with
 * every tick, and a lease that ran out is anyone's.
 */
export class LeaseKeeper {
  readonly #options: LeaseKeeperOptions;
  readonly #store: LeaseStore;
  readonly #ttlMs: number;
  readonly #clock: DatabaseClock;
  readonly #monotonicMs: () => number;
  readonly #held = new Map<string, Held>();
  readonly #ending = new Set<string>();
  readonly #seenFree = new Map<string, number>();
  readonly #beyondQuota = new Set<string>();
  #instanceCount = 0;
  readonly #prepared = new Set<string>();
  #begun = false;

  static create(options: LeaseKeeperOptions): LeaseKeeper {
    return new LeaseKeeper(options);
  }

  private constructor(options: LeaseKeeperOptions) {
    this.#options = options;
    this.#ttlMs = options.ttlMs ?? LEASE_TTL_MS;
    this.#clock = options.clock ?? databaseClock;
    this.#monotonicMs = options.monotonicMs ?? (() => performance.now());
    this.#store = new LeaseStore({
      knex: options.knex,
      instanceId: options.instanceId,
      ttlMs: this.#ttlMs,
      clock: this.#clock,
    });
  }

  /** The sources that this instance holds. */
  get held(): readonly Lease[] {
    return [...this.#held.values()].map(({ lease }) => lease);
  }

  /** Renews, gives back, takes. Never overlaps with itself: the caller awaits it. */
  async tick(): Promise<void> {
    const sources = this.#options.sources();
    const validUntilMs = this.#monotonicMs() + this.#ttlMs;
    try {
      this.#letGo(sources);
      await this.#prepare(sources);
      await this.#meetOthers();
      await this.#store.renew();
      const states = await this.#store.list(sources);
      this.#compare(states, validUntilMs);
      const quota = leaseQuota(sources.length, this.#instanceCount);
      this.#giveBack(quota);
      await this.#takeFree(states, quota);
    } finally {
      this.#dropExpired();
    }
  }

  /** Stops all work and lets the others take over at once. */
  async stop(): Promise<void> {
    await Promise.all(this.held.map(lease => this.#end(lease, 'released')));
    await this.#store.leave();
  }

  /** Gives back what is no source of ours any more. */
  #letGo(sources: readonly string[]): void {
    const ours = new Set(sources);
    for (const lease of this.held) {
      if (!ours.has(lease.source)) {
        void this.#end(lease, 'released');
      }
    }
  }

  async #prepare(sources: readonly string[]): Promise<void> {
    if (!this.#begun) {
      await this.#store.begin();
      this.#begun = true;
    }
    const added = sources.filter(source => !this.#prepared.has(source));
    if (added.length > 0) {
      await this.#store.prepare(added);
      added.forEach(source => this.#prepared.add(source));
    }
  }

  async #meetOthers(): Promise<void> {
    const count = await this.#store.announce();
    if (count !== this.#instanceCount) {
      this.#instanceCount = count;
      this.#beyondQuota.clear();
    }
  }

  #compare(states: readonly LeaseState[], validUntilMs: number): void {
    const { instanceId } = this.#options;
    const bySource = new Map(states.map(state => [state.source, state]));
    for (const lease of this.held) {
      const state = bySource.get(lease.source);
      if (state?.holder === instanceId && state.epoch === lease.epoch) {
        lease.renewedUntil(validUntilMs);
      } else {
        void this.#end(lease, 'lost');
      }
    }
    for (const state of states) {
      // Taken, but the answer to the statement never reached us.
      if (state.holder === instanceId) {
        this.#start(state.source, state.epoch, validUntilMs);
      }
    }
  }

  #giveBack(quota: number): void {
    const surplus = this.held.filter(
      lease => !this.#beyondQuota.has(lease.source),
    );
    for (const lease of surplus.slice(quota)) {
      // Not awaited: what is held has to be renewed while this work winds down.
      void this.#end(lease, 'released');
    }
  }

  async #takeFree(states: readonly LeaseState[], quota: number): Promise<void> {
    const free = states.filter(
      ({ source, holder, expired }) =>
        (holder === null || expired) &&
        !this.#held.has(source) &&
        !this.#ending.has(source),
    );
    const freeSources = new Set(free.map(({ source }) => source));
    for (const source of this.#seenFree.keys()) {
      if (!freeSources.has(source)) {
        this.#seenFree.delete(source);
      }
    }
    for (const state of this.#shuffled(free)) {
      const ticks = (this.#seenFree.get(state.source) ?? 0) + 1;
      this.#seenFree.set(state.source, ticks);
      const withinQuota = this.#held.size - this.#beyondQuota.size < quota;
      if (!withinQuota && ticks < ORPHAN_TICK_COUNT) {
        continue;
      }
      const validUntilMs = this.#monotonicMs() + this.#ttlMs;
      const epoch = await this.#store.take(state);
      if (epoch !== undefined) {
        this.#seenFree.delete(state.source);
        if (!withinQuota) {
          this.#beyondQuota.add(state.source);
        }
        this.#start(state.source, epoch, validUntilMs);
      }
    }
  }

  #start(source: string, epoch: number, validUntilMs: number): void {
    if (this.#held.has(source) || this.#ending.has(source)) {
      return;
    }
    const lease = new Lease({
      source,
      epoch,
      holder: this.#options.instanceId,
      ttlMs: this.#ttlMs,
      clock: this.#clock,
      monotonicMs: this.#monotonicMs,
      validUntilMs,
    });
    this.#options.onChange?.('acquired');
    this.#held.set(source, { lease, stopped: this.#options.onAcquired(lease) });
  }

  async #end(lease: Lease, change: 'lost' | 'released'): Promise<void> {
    const { source, epoch } = lease;
    const held = this.#held.get(source);
    this.#held.delete(source);
    this.#beyondQuota.delete(source);
    // Until its work has stopped it must not start again: the epoch may be the same.
    this.#ending.add(source);
    try {
      this.#options.onChange?.(change);
      lease.end();
      await held?.stopped;
      if (change === 'released') {
        await this.#store.release(source, epoch);
      }
    } catch (error) {
      this.#options.logger.warn(
        `The lease of ${source} could not be given back and runs out`,
        toError(error),
      );
    } finally {
      this.#ending.delete(source);
    }
  }

  /** The database did not answer for as long as the leases last: others have taken over by now. */
  #dropExpired(): void {
    for (const lease of this.held) {
      if (!lease.isCurrent()) {
        void this.#end(lease, 'lost');
      }
    }
  }

  #shuffled<T>(items: readonly T[]): T[] {
    const random = this.#options.random ?? Math.random;
    return items
      .map(item => ({ item, order: random() }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item);
  }
}
