import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { DIRECTORY_SOURCE, runDirectoryLoop } from '../directory/DirectoryLoop';
import type { ServiceDirectory } from '../directory/ServiceDirectory';
import type { Collector } from './Collector';
import type { Lease } from './Lease';
import {
  LEASE_TICK_MS,
  LeaseKeeper,
  type LeaseKeeperOptions,
} from './LeaseKeeper';
import { pause } from './pause';
import type { SpineMetrics } from './SpineMetrics';

/** How soon a request that some instance left in the database is seen. */
const REQUESTS_EVERY_MS = 1_000;

export interface SpineOptions {
  readonly leases: Omit<
    LeaseKeeperOptions,
    'sources' | 'onAcquired' | 'onChange' | 'logger'
  >;
  readonly collector: Collector;
  readonly directory: ServiceDirectory;
  readonly logger: LoggerService;
  readonly metrics: SpineMetrics;
  /** Called after each commit that readers can see. */
  readonly onRevision: () => void;
  readonly now: () => number;
  readonly random: () => number;
}

/** The write side: keeps leases, sweeps the catalog and observes sources until it is stopped. */
export class Spine {
  readonly #options: SpineOptions;
  readonly #keeper: LeaseKeeper;
  readonly #stopping = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  static create(options: SpineOptions): Spine {
    return new Spine(options);
  }

  private constructor(options: SpineOptions) {
    const { leases, collector, logger, metrics } = options;
    this.#options = options;
    this.#keeper = LeaseKeeper.create({
      ...leases,
      logger,
      sources: () => [DIRECTORY_SOURCE, ...collector.sourceIds],
      onAcquired: lease => this.#work(lease),
      onChange: change => metrics.lease(change),
    });
  }

  start(): void {
    const { leases, collector } = this.#options;
    const tickMs = leases.tickMs ?? LEASE_TICK_MS;
    this.#running = Promise.all([
      this.#repeat(tickMs, 'Sources could not be made known', () =>
        collector.register(),
      ),
      this.#repeat(tickMs, 'Leases could not be kept', () =>
        this.#keeper.tick(),
      ),
      this.#repeat(REQUESTS_EVERY_MS, 'Requests could not be read', () =>
        collector.passRequests(),
      ),
    ]);
  }

  /** Stops all work and gives the leases back, so that others go on at once. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    await this.#keeper.stop();
  }

  #work(lease: Lease): Promise<void> {
    return lease.source === DIRECTORY_SOURCE
      ? runDirectoryLoop({ ...this.#options, lease })
      : this.#options.collector.run(lease);
  }

  async #repeat(
    everyMs: number,
    trouble: string,
    work: () => Promise<void>,
  ): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await work();
      } catch (error) {
        this.#options.logger.warn(`${trouble}: ${stringifyError(error)}`);
      }
      await pause(everyMs, signal);
    }
  }
}
