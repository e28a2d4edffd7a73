import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import {
  readKubernetesThresholds,
  readSourceSettings,
  sourceId,
  type Resolution,
  type StatusSource,
  type StatusSourceProvider,
} from '@callboard/plugin-callboard-node';
import { resolveEntity } from './annotations/resolveEntity';
import { HttpKubernetesApi } from './api/HttpKubernetesApi';
import type { CatalogClusters } from './catalog/CatalogClusters';
import type { ConfiguredCluster } from './config/ConfiguredCluster';
import type { PodEnvironment } from './config/PodEnvironment';
import { readClusters } from './config/readClusters';
import {
  readServiceLocator,
  type ServiceLocator,
} from './config/readServiceLocator';
import { KubernetesSource } from './source/KubernetesSource';
import { UnobservedSource } from './UnobservedSource';

/** A watched cluster proves that it lives so often; a dead one is stale after 2 × this + the deadline. */
const DEFAULT_INTERVAL_MS = 5_000;
const DEFAULT_DEADLINE_MS = 5_000;

/** @internal */
export interface KubernetesProviderOptions {
  /** Clusters that are found while we run. */
  readonly catalog?: Pick<CatalogClusters, 'clusters' | 'searching'>;
  /** The pod that we run in. */
  readonly pod?: PodEnvironment;
  /** The time, in epoch milliseconds. */
  readonly now?: () => number;
}

/** What is known of clusters at one time. */
interface Known {
  readonly found: readonly ConfiguredCluster[];
  readonly clusters: readonly ConfiguredCluster[];
  readonly sources: readonly StatusSource[];
}

/** All clusters that config and catalog name, and what entities name in them. */
export class KubernetesProvider implements StatusSourceProvider {
  readonly type = 'kubernetes';
  /** Whether the catalog is to be read for further clusters. */
  readonly inCatalog: boolean;
  readonly #configured: readonly ConfiguredCluster[];
  readonly #locator: ServiceLocator;
  readonly #catalog: KubernetesProviderOptions['catalog'];
  readonly #sourceOf: (cluster: ConfiguredCluster) => StatusSource;
  readonly #watched: readonly StatusSource[];
  #known?: Known;

  /** Throws an InputError that names the key where the config cannot be used. */
  static fromConfig(
    config: Config,
    options: KubernetesProviderOptions = {},
  ): KubernetesProvider {
    return new KubernetesProvider(config, options);
  }

  private constructor(config: Config, options: KubernetesProviderOptions) {
    const { clusters, inCatalog } = readClusters(config, options.pod);
    this.inCatalog = inCatalog;
    this.#configured = clusters;
    this.#locator = readServiceLocator(config);
    this.#catalog = options.catalog;
    this.#sourceOf = sourcesBy(config, options);
    this.#watched = clusters.map(this.#sourceOf);
  }

  get sources(): readonly StatusSource[] {
    return this.#now().sources;
  }

  get searching(): boolean {
    return this.inCatalog && (this.#catalog?.searching ?? false);
  }

  resolve(entity: Entity): Resolution {
    return resolveEntity(entity, {
      clusters: this.#now().clusters,
      locator: this.#locator,
    });
  }

  /** What config and catalog say; the same objects while the catalog says the same. */
  #now(): Known {
    const found = this.#catalog?.clusters ?? [];
    if (this.#known?.found === found) {
      return this.#known;
    }
    const configured = new Set(this.#configured.map(nameOf));
    const before = new Map(
      this.#known?.sources.map(source => [source.name, source]),
    );
    // Config wins: what it does not name is only there to be shown.
    const added = found.filter(cluster => !configured.has(nameOf(cluster)));
    this.#known = {
      found,
      clusters: [...this.#configured, ...added],
      sources: [
        ...this.#watched,
        ...added.map(cluster =>
          sameOrNew(before.get(nameOf(cluster)), this.#sourceOf(cluster)),
        ),
      ],
    };
    return this.#known;
  }
}

function sourcesBy(
  config: Config,
  options: KubernetesProviderOptions,
): (configured: ConfiguredCluster) => StatusSource {
  const settings = readSourceSettings(config);
  const thresholds = readKubernetesThresholds(config);
  return ({ cluster, access }) => {
    const id = sourceId('kubernetes', cluster.name);
    const own = settings.get(id);
    const intervalMs = own?.intervalMs ?? DEFAULT_INTERVAL_MS;
    const deadlineMs = own?.deadlineMs ?? DEFAULT_DEADLINE_MS;
    if (access.kind === 'none') {
      return UnobservedSource.create({
        name: cluster.name,
        notObservable: access.notObservable,
        intervalMs,
        deadlineMs,
      });
    }
    const { now } = options;
    return KubernetesSource.create({
      cluster,
      api: HttpKubernetesApi.create({ name: id, access, deadlineMs, now }),
      production: own?.production ?? true,
      intervalMs,
      deadlineMs,
      thresholds,
      now,
    });
  };
}

/** The spine takes another object for another source. */
function sameOrNew(
  before: StatusSource | undefined,
  source: StatusSource,
): StatusSource {
  return before?.notObservable === source.notObservable && before
    ? before
    : source;
}

function nameOf({ cluster }: ConfiguredCluster): string {
  return cluster.name;
}
