import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { EntityFilterQuery } from '@backstage/catalog-client';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { readSourceSettings } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Collector } from './collect/Collector';
import type { LeaseKeeperOptions } from './collect/LeaseKeeper';
import type { LoadedProviders } from './collect/SourceProviderRegistry';
import { Spine } from './collect/Spine';
import { createSpineMetrics } from './collect/SpineMetrics';
import { readStatusRules } from './config/readStatusRules';
import { CatalogReader } from './directory/CatalogReader';
import { DirectoryStore } from './directory/DirectoryStore';
import { ServiceDirectory } from './directory/ServiceDirectory';

export interface CreateSpineOptions {
  readonly knex: Knex;
  readonly config: Config;
  readonly logger: LoggerService;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly metrics: MetricsService;
  readonly loaded: LoadedProviders;
  readonly servicesFilter: EntityFilterQuery;
  readonly onRevision: () => void;
  readonly now?: () => number;
  readonly random?: () => number;
  /** Other times for leases, for tests. */
  readonly leases?: Pick<LeaseKeeperOptions, 'ttlMs' | 'tickMs'>;
}

/** Puts the write side together and makes its sources known; it works once it is started. */
export async function createSpine(options: CreateSpineOptions): Promise<Spine> {
  const { knex, config, logger, auth, catalog, loaded } = options;
  const { now = Date.now, random = Math.random, onRevision } = options;
  const settings = readSourceSettings(config);
  const sources = loaded.sources.map(({ id, source }) => {
    const { type, name, notObservable } = source;
    const own = settings.get(id);
    return {
      id,
      source,
      settings: {
        id,
        type,
        name,
        notObservable,
        intervalMs: own?.intervalMs ?? source.intervalMs,
        deadlineMs: own?.deadlineMs ?? source.deadlineMs,
        production: own?.production ?? true,
      },
    };
  });
  for (const id of settings.keys()) {
    if (!sources.some(source => source.id === id)) {
      logger.warn(
        `Config callboard.sources names '${id}', which no module has`,
      );
    }
  }
  const rules = readStatusRules(
    config,
    new Map(
      loaded.sources.flatMap(({ id, source: { notObservable } }) =>
        notObservable ? [[id, notObservable]] : [],
      ),
    ),
  );
  const metrics = createSpineMetrics(options.metrics);
  const shared = { knex, logger, rules, metrics, onRevision, now, random };
  const collector = Collector.create({ ...shared, sources });
  await collector.register();
  return Spine.create({
    ...shared,
    leases: { knex, instanceId: randomUUID(), ...options.leases },
    collector,
    directory: ServiceDirectory.create({
      reader: CatalogReader.create({
        catalog,
        auth,
        filter: options.servicesFilter,
      }),
      store: new DirectoryStore(shared),
      providers: loaded.providers,
      logger,
      now,
    }),
  });
}
