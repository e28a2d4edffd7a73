import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import { SourceStore, type SourceSettings } from '../store/SourceStore';
import type { StatusRules } from '../store/StatusRules';
import type { Lease } from './Lease';
import { ObservationWriter } from './ObservationWriter';
import { pause } from './pause';
import { SourceLoop } from './SourceLoop';
import type { ConfiguredSource } from './SourceProviderRegistry';
import { SourceRounds } from './SourceRounds';
import type { SpineMetrics } from './SpineMetrics';
import { SubjectMemory } from './SubjectMemory';

const START_RETRY_MS = 5_000;

export interface CollectorOptions {
  readonly knex: Knex;
  readonly logger: LoggerService;
  readonly metrics: SpineMetrics;
  readonly rules: StatusRules;
  readonly sources: readonly (ConfiguredSource & {
    readonly settings: SourceSettings;
  })[];
  readonly onRevision: () => void;
  readonly now: () => number;
  readonly random: () => number;
}

/** Observes the sources whose leases this instance holds, one loop each. */
export class Collector {
  readonly #options: CollectorOptions;
  readonly #store: SourceStore;
  readonly #writer: ObservationWriter;
  readonly #loops = new Map<string, SourceLoop>();

  static create(options: CollectorOptions): Collector {
    return new Collector(options);
  }

  private constructor(options: CollectorOptions) {
    this.#options = options;
    this.#store = new SourceStore(options.knex);
    this.#writer = new ObservationWriter(options);
  }

  /** The sources that need a lease; what cannot be observed needs no observer. */
  get sourceIds(): string[] {
    return this.#options.sources
      .filter(({ settings }) => settings.notObservable === undefined)
      .map(({ id }) => id);
  }

  async register(): Promise<void> {
    await this.#store.register(
      this.#options.sources.map(({ settings }) => settings),
    );
  }

  /** Observes a source until the lease ends; never throws. */
  async run(lease: Lease): Promise<void> {
    const { logger } = this.#options;
    while (!lease.signal.aborted) {
      try {
        const loop = await this.#start(lease);
        this.#loops.set(lease.source, loop);
        await loop.run();
      } catch (error) {
        logger.warn(
          `${lease.source} cannot be observed yet: ${stringifyError(error)}`,
        );
        await pause(START_RETRY_MS, lease.signal);
      } finally {
        this.#loops.delete(lease.source);
      }
    }
  }

  /** Tells the loops what others asked of them through the database. */
  async passRequests(): Promise<void> {
    const running = [...this.#loops.keys()];
    if (running.length === 0) {
      return;
    }
    const requests = await this.#store.requests(running);
    for (const [source, request] of requests) {
      this.#loops.get(source)?.requested(request);
    }
  }

  async #start(lease: Lease): Promise<SourceLoop> {
    const { knex, sources, ...shared } = this.#options;
    const found = sources.find(({ id }) => id === lease.source);
    if (!found) {
      throw new TypeError(`${lease.source} is no source of this instance`);
    }
    const { source, settings } = found;
    const start = await this.#store.remember(lease.source);
    const memory = new SubjectMemory(knex, lease.source);
    await memory.load(start.subjectsRevision);
    const rounds = new SourceRounds({
      ...shared,
      source,
      memory,
      intervalMs: settings.intervalMs,
      production: settings.production,
      usage: start.usage,
      store: this.#store,
      writer: this.#writer,
    });
    return new SourceLoop({
      ...shared,
      lease,
      rounds,
      memory,
      start,
      intervalMs: settings.intervalMs,
    });
  }
}
