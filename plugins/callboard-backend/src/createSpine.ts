import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { EntityFilterQuery } from '@backstage/catalog-client';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  readSourceSettings,
  type StatusSource,
  type StatusSourceProvider,
} from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Collector } from './collect/Collector';
import type { LeaseKeeperOptions } from './collect/LeaseKeeper';
import { LiveSources } from './collect/LiveSources';
import { Spine } from './collect/Spine';
import { createSpineMetrics } from './collect/SpineMetrics';
import { readStatusRules } from './config/readStatusRules';
import { CatalogReader } from './directory/CatalogReader';
import { DirectoryStore } from './directory/DirectoryStore';
import { ServiceDirectory } from './directory/ServiceDirectory';
import type { SourceSettings } from './store/SourceStore';
import { typeOf } from './store/typeOf';

export interface CreateSpineOptions {
  readonly knex: Knex;
  readonly config: Config;
  readonly logger: LoggerService;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly metrics: MetricsService;
  readonly providers: readonly StatusSourceProvider[];
  readonly servicesFilter: EntityFilterQuery;
  readonly onRevision: () => void;
  readonly now?: () => number;
  readonly random?: () => number;
  /** Other times for leases, for tests. */
  readonly leases?: Pick<LeaseKeeperOptions, 'ttlMs' | 'tickMs'>;
}

/** Puts the write side together and makes its sources known; it works once it is started. */
export async function createSpine(options: CreateSpineOptions): Promise<Spine> {
  const { knex, config, logger, auth, catalog, providers } = options;
  const { now = Date.now, random = Math.random, onRevision } = options;
  const live = LiveSources.create({ providers, logger });
  const configured = readSourceSettings(config);
  for (const id of configured.keys()) {
    if (!live.get(id) && !live.searching.includes(typeOf(id))) {
      logger.warn(
        `Config callboard.sources names '${id}', which no module has`,
      );
    }
  }
  const settingsOf = (id: string, source: StatusSource): SourceSettings => {
    const { type, name, notObservable } = source;
    const own = configured.get(id);
    return {
      id,
      type,
      name,
      notObservable,
      watched: source.watch !== undefined,
      intervalMs: own?.intervalMs ?? source.intervalMs,
      deadlineMs: own?.deadlineMs ?? source.deadlineMs,
      production: own?.production ?? true,
    };
  };
  const rules = readStatusRules(config, id => live.get(id)?.notObservable);
  const metrics = createSpineMetrics(options.metrics);
  const shared = { knex, logger, rules, metrics, onRevision, now, random };
  const collector = Collector.create({ ...shared, live, settingsOf });
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
      providers,
      sourcesKey: () => live.key,
      logger,
      now,
    }),
  });
}
