import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { StatusSource } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import { SourceStore, type SourceSettings } from '../store/SourceStore';
import type { StatusRules } from '../store/StatusRules';
import type { Lease } from './Lease';
import { ObservationWriter } from './ObservationWriter';
import { pause } from './pause';
import { SourceLoop } from './SourceLoop';
import type { LiveSources } from './LiveSources';
import { SourceRounds } from './SourceRounds';
import type { SpineMetrics } from './SpineMetrics';
import { SourceWatch } from './SourceWatch';
import { SubjectMemory } from './SubjectMemory';

const START_RETRY_MS = 5_000;

export interface CollectorOptions {
  readonly knex: Knex;
  readonly logger: LoggerService;
  readonly metrics: SpineMetrics;
  readonly rules: StatusRules;
  readonly live: LiveSources;
  /** What config says of a source, or its module where config says nothing. */
  readonly settingsOf: (id: string, source: StatusSource) => SourceSettings;
  readonly onRevision: () => void;
  readonly now: () => number;
  readonly random: () => number;
}

/** A source that is being observed. */
interface Running {
  readonly source: StatusSource;
  readonly loop: SourceLoop;
}

/** Observes the sources whose leases this instance holds, one loop each. */
export class Collector {
  readonly #options: CollectorOptions;
  readonly #store: SourceStore;
  readonly #writer: ObservationWriter;
  readonly #running = new Map<string, Running>();
  readonly #watches = new WeakMap<StatusSource, SourceWatch>();
  #registered: string | undefined;

  static create(options: CollectorOptions): Collector {
    return new Collector(options);
  }

  private constructor(options: CollectorOptions) {
    this.#options = options;
    this.#store = new SourceStore(options.knex);
    this.#writer = new ObservationWriter(options);
  }

  /**
   * The sources that need a lease; what cannot be observed needs no observer. One whose place another
   * object took is left out until its work has stopped.
   */
  get sourceIds(): string[] {
    return this.#options.live.all
      .filter(
        ({ id, source }) =>
          source.notObservable === undefined &&
          (this.#running.get(id)?.source ?? source) === source,
      )
      .map(({ id }) => id);
  }

  /** Makes known which sources there are now; writes only where that is not as it was. */
  async register(): Promise<void> {
    const { live, settingsOf, onRevision } = this.#options;
    live.look();
    const settings = live.all.map(({ id, source }) => settingsOf(id, source));
    const { searching } = live;
    // What is gone is still written to until its work has stopped.
    const leaving = [...this.#running.keys()].filter(id => !live.get(id));
    const key = JSON.stringify([settings, searching, leaving]);
    if (this.#registered !== key) {
      await this.#store.register(settings, { searching });
      this.#registered = key;
      onRevision();
    }
  }

  /** Observes a source until the lease ends; never throws. */
  async run(lease: Lease): Promise<void> {
    const { logger } = this.#options;
    while (!lease.signal.aborted) {
      try {
        const running = await this.#start(lease);
        this.#running.set(lease.source, running);
        await running.loop.run();
      } catch (error) {
        logger.warn(
          `${lease.source} cannot be observed yet: ${stringifyError(error)}`,
        );
        await pause(START_RETRY_MS, lease.signal);
      } finally {
        this.#running.delete(lease.source);
      }
    }
  }

  /** Tells the loops what others asked of them through the database. */
  async passRequests(): Promise<void> {
    const running = [...this.#running.keys()];
    if (running.length === 0) {
      return;
    }
    const requests = await this.#store.requests(running);
    for (const [source, request] of requests) {
      this.#running.get(source)?.loop.requested(request);
    }
  }

  async #start(lease: Lease): Promise<Running> {
    const { knex, live, settingsOf, ...shared } = this.#options;
    const source = live.get(lease.source);
    if (!source) {
      throw new TypeError(`${lease.source} is no source of this instance`);
    }
    const { intervalMs, production } = settingsOf(lease.source, source);
    const start = await this.#store.remember(lease.source);
    const memory = new SubjectMemory(knex, lease.source);
    await memory.load(start.subjectsRevision);
    const rounds = new SourceRounds({
      ...shared,
      source,
      memory,
      intervalMs,
      production,
      usage: start.usage,
      detailJson: start.detailJson,
      store: this.#store,
      writer: this.#writer,
    });
    const loop = new SourceLoop({
      ...shared,
      lease,
      rounds,
      memory,
      start,
      intervalMs,
      watch: this.#watchOf(lease.source, source),
    });
    return { source, loop };
  }

  /** One for each source, however often its lease comes and goes. */
  #watchOf(id: string, source: StatusSource): SourceWatch | undefined {
    if (!source.watch) {
      return undefined;
    }
    const watch =
      this.#watches.get(source) ??
      new SourceWatch({ ...this.#options, id, source });
    this.#watches.set(source, watch);
    return watch;
  }
}
