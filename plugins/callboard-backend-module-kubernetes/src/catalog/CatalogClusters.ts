import { setTimeout as sleep } from 'node:timers/promises';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ConfiguredCluster } from '../config/ConfiguredCluster';
import { catalogCluster } from './catalogCluster';

const READ_EVERY_MS = 60_000;

/** More clusters than that are none that a person registered. */
const MAX_CLUSTERS_COUNT = 1_000;

/** @internal */
export interface CatalogClustersOptions {
  readonly catalog: Pick<CatalogService, 'getEntities'>;
  readonly auth: AuthService;
  readonly logger: LoggerService;
}

/**
 * Clusters that the catalog names, read with our own credentials once a minute. What was read stays
 * while the catalog does not answer.
 */
export class CatalogClusters {
  readonly #options: CatalogClustersOptions;
  #clusters: readonly ConfiguredCluster[] = [];
  #known = '';
  #isRead = false;
  #trouble?: string;

  static create(options: CatalogClustersOptions): CatalogClusters {
    return new CatalogClusters(options);
  }

  private constructor(options: CatalogClustersOptions) {
    this.#options = options;
  }

  /** The same array while the catalog says the same. */
  get clusters(): readonly ConfiguredCluster[] {
    return this.#clusters;
  }

  /** The catalog was not read yet, so that nobody knows which clusters it names. */
  get searching(): boolean {
    return !this.#isRead;
  }

  /** Keeps reading until the signal ends. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.read();
      await sleep(READ_EVERY_MS, undefined, { signal, ref: false }).catch(
        () => {},
      );
    }
  }

  /** Reads once; never throws. */
  async read(): Promise<void> {
    const { logger } = this.#options;
    try {
      const entities = await this.#entities();
      const known = JSON.stringify(entities);
      if (known !== this.#known) {
        this.#known = known;
        this.#clusters = clustersOf(entities);
      }
      this.#isRead = true;
      this.#trouble = undefined;
    } catch (error) {
      const trouble = stringifyError(error);
      // Once for each kind of trouble: it repeats every minute.
      if (trouble !== this.#trouble) {
        this.#trouble = trouble;
        logger.warn(`Clusters of the catalog cannot be read: ${trouble}`);
      }
    }
  }

  async #entities(): Promise<Entity[]> {
    const { catalog, auth } = this.#options;
    const { items } = await catalog.getEntities(
      {
        filter: { kind: 'Resource', 'spec.type': 'kubernetes-cluster' },
        fields: [
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'metadata.annotations',
        ],
        limit: MAX_CLUSTERS_COUNT,
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return items.sort((a, b) => compare(identity(a), identity(b)));
  }
}

/** Of several with the same name the first one counts, as names are all that annotations hold. */
function clustersOf(entities: readonly Entity[]): readonly ConfiguredCluster[] {
  const clusters = new Map<string, ConfiguredCluster>();
  for (const entity of entities) {
    const found = catalogCluster(entity);
    if (found && !clusters.has(found.cluster.name)) {
      clusters.set(found.cluster.name, found);
    }
  }
  return [...clusters.values()];
}

function identity({ metadata }: Entity): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
