import type { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import {
  catalogServiceMock,
  type CatalogServiceMock,
} from '@backstage/plugin-catalog-node/testUtils';
import type { StatusSourceProvider } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import type { StoredRow } from '../board/StoredRow';
import { Lease } from '../collect/Lease';
import { LiveSources } from '../collect/LiveSources';
import { ObservationWriter } from '../collect/ObservationWriter';
import { SourceRounds, type NextRound } from '../collect/SourceRounds';
import type { SpineMetrics } from '../collect/SpineMetrics';
import { SubjectMemory } from '../collect/SubjectMemory';
import type { Wanted } from '../collect/WantedSubjects';
import { CatalogReader } from '../directory/CatalogReader';
import { DirectoryStore } from '../directory/DirectoryStore';
import {
  ServiceDirectory,
  type SweepResult,
} from '../directory/ServiceDirectory';
import { SourceStore } from '../store/SourceStore';
import { DEFAULT_STATUS_RULES, type StatusRules } from '../store/StatusRules';
import { ControlledClock } from './ControlledClock';
import { emptyDatabase } from './emptyDatabase';
import { component, type FakeStatusSource } from './FakeStatusSource';

export const silentMetrics: SpineMetrics = {
  round: () => {},
  written: () => {},
  watchRestarted: () => {},
  lease: () => {},
  swept: () => {},
};

/** The write side with a clock that stands still: sweeps and rounds happen when a test says so. */
export class WriteSide {
  readonly clock = new ControlledClock();
  readonly logger = mockServices.logger.mock();
  entities: Entity[] = [];
  /** Replaces the catalog's answers. */
  catalog: Partial<Pick<CatalogServiceMock, 'queryEntities'>> = {};
  rules: StatusRules = DEFAULT_STATUS_RULES;
  revisions = 0;
  #directory: ServiceDirectory | undefined;

  static async create(
    knex: Knex,
    ...providers: StatusSourceProvider[]
  ): Promise<WriteSide> {
    const side = new WriteSide(knex, providers);
    await emptyDatabase(knex);
    await side.#register();
    return side;
  }

  /** With a shop of two jobs and a cart of one in the catalog. */
  static async createShop(
    knex: Knex,
    provider: StatusSourceProvider,
  ): Promise<WriteSide> {
    const side = await WriteSide.create(knex, provider);
    side.entities = [
      component('shop', { jobs: 'main:shop/a,shop/b' }),
      component('cart', { jobs: 'main:cart/a' }),
    ];
    await side.sweep();
    return side;
  }

  private constructor(
    readonly knex: Knex,
    readonly providers: readonly StatusSourceProvider[],
  ) {}

  async #register(): Promise<void> {
    await new SourceStore(this.knex).register(
      this.providers.flatMap(provider =>
        provider.sources.map(source => ({
          id: `${source.type}/${source.name}`,
          type: source.type,
          name: source.name,
          intervalMs: source.intervalMs,
          deadlineMs: source.deadlineMs,
          notObservable: source.notObservable,
          watched: source.watch !== undefined,
          production: true,
        })),
      ),
    );
  }

  /** Another start on the same database, with other providers. */
  async restart(...providers: StatusSourceProvider[]): Promise<WriteSide> {
    const side = new WriteSide(this.knex, providers);
    await side.#register();
    return side;
  }

  /** A lease that was just taken from whoever held it. */
  async lease(source: string): Promise<Lease> {
    const before = await this.knex('source_lease').where({ source }).first();
    const epoch = Number(before?.epoch ?? 0) + 1;
    await this.knex('source_lease')
      .insert({ source, holder: `holder-${epoch}`, epoch, expires_at: 0 })
      .onConflict('source')
      .merge();
    return new Lease({
      source,
      epoch,
      holder: `holder-${epoch}`,
      ttlMs: 20_000,
      clock: this.clock.database,
      monotonicMs: this.clock.now,
      validUntilMs: this.clock.now() + 20_000,
    });
  }

  /** A directory that knows nothing from before, as after a restart. */
  directory(): ServiceDirectory {
    const catalog = () => ({
      queryEntities: (
        ...args: Parameters<CatalogServiceMock['queryEntities']>
      ) =>
        catalogServiceMock({ entities: this.entities }).queryEntities(...args),
      ...this.catalog,
    });
    return ServiceDirectory.create({
      reader: CatalogReader.create({
        catalog: {
          queryEntities: (request, options) =>
            catalog().queryEntities(request, options),
          getEntitiesByRefs: (request, options) =>
            catalogServiceMock({ entities: this.entities }).getEntitiesByRefs(
              request,
              options,
            ),
        },
        auth: mockServices.auth(),
        filter: { kind: 'component' },
      }),
      store: new DirectoryStore({
        knex: this.knex,
        rules: this.rules,
        now: this.clock.now,
      }),
      providers: this.providers,
      sourcesKey: () => {
        const live = LiveSources.create({
          providers: this.providers,
          logger: this.logger,
        });
        return live.key;
      },
      logger: this.logger,
      now: this.clock.now,
    });
  }

  async sweep(lease?: Lease): Promise<SweepResult> {
    this.#directory ??= this.directory();
    this.#sweeper ??= await this.lease('catalog/services');
    return this.#directory.sweep(lease ?? this.#sweeper);
  }

  #sweeper: Lease | undefined;

  /** The rounds of a source by a holder of its own. */
  async rounds(
    source: FakeStatusSource,
    options: { production?: boolean } = {},
  ): Promise<Observer> {
    const id = `${source.type}/${source.name}`;
    const lease = await this.lease(id);
    const store = new SourceStore(this.knex);
    const memory = new SubjectMemory(this.knex, id);
    const { detailJson } = await store.remember(id);
    const rounds = new SourceRounds({
      source,
      intervalMs: source.intervalMs,
      production: options.production ?? true,
      memory,
      store,
      writer: new ObservationWriter({
        knex: this.knex,
        rules: this.rules,
        now: this.clock.now,
      }),
      logger: this.logger,
      metrics: silentMetrics,
      onRevision: () => {
        this.revisions += 1;
      },
      now: this.clock.now,
      random: () => 0.5,
      usage: [],
      detailJson,
    });
    return {
      lease,
      memory,
      next: async wanted => {
        const { subjectsRevision, refreshRequestedAt } = await store.remember(
          id,
        );
        if (memory.isOutdated(subjectsRevision)) {
          await memory.load(subjectsRevision);
        }
        return rounds.next({ lease, refreshRequestedAt, wanted });
      },
    };
  }

  /** What the board shows of a service. */
  async row(
    name: string,
  ): Promise<StoredRow & { rank: number; since: number }> {
    const row = await this.knex('service_board as b')
      .join('service_detail as d', 'd.id', 'b.id')
      .where('b.ref', `component:default/${name}`)
      .first('b.rank', 'b.since', 'd.row_json');
    return {
      ...JSON.parse(row.row_json),
      rank: row.rank,
      since: Number(row.since),
    };
  }

  async transitions(aspect = ''): Promise<string[]> {
    const rows = await this.knex('transition').where({ aspect }).orderBy('id');
    return rows.map(
      row =>
        `${row.from_status} -> ${row.to_status}${
          row.flapping_since === null ? '' : ' (flapping)'
        }`,
    );
  }

  async revision(): Promise<number> {
    return Number((await this.knex('revision').first()).value);
  }
}

/** A holder of a source's lease. */
export interface Observer {
  readonly lease: Lease;
  readonly memory: SubjectMemory;
  /** Of a watched source: with what is wanted. */
  next(wanted?: Wanted): Promise<NextRound>;
}
