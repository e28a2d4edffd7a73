import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntityStore } from './EntityStore';
import type { OwnerStore } from './OwnerStore';
import {
  hashOfEntity,
  PROJECTED_FIELDS,
  projectEntity,
  REF_MAX_COUNT,
  type ProjectedEntity,
} from './projectEntity';

const PAGE_ENTITY_COUNT = 2_000;
const CONFIRM_ENTITY_COUNT = 500;

export interface CatalogSweepOptions {
  readonly catalog: Pick<CatalogService, 'queryEntities' | 'getEntitiesByRefs'>;
  readonly auth: AuthService;
  readonly store: EntityStore;
  readonly owners: OwnerStore;
  /** Kinds that may have runbooks, in lower case. */
  readonly kinds: readonly string[];
  readonly now: () => number;
}

/** Brings what is stored of entities up to date; writes only what changed. */
export class CatalogSweep {
  readonly #options: CatalogSweepOptions;

  static create(options: CatalogSweepOptions): CatalogSweep {
    return new CatalogSweep(options);
  }

  private constructor(options: CatalogSweepOptions) {
    this.#options = options;
  }

  async sweep(signal?: AbortSignal): Promise<void> {
    const { store, owners, now } = this.#options;
    const known = await store.hashes();
    const seen = new Set<string>();
    for await (const entities of this.#pages()) {
      signal?.throwIfAborted();
      entities.forEach(({ ref }) => seen.add(ref));
      await store.put(
        entities.filter(
          entity => known.get(entity.ref) !== hashOfEntity(entity),
        ),
      );
    }
    const named = new Set(await owners.named());
    const absent = await this.#absent(
      [...new Set([...known.keys(), ...named])].filter(ref => !seen.has(ref)),
    );
    const gone = absent.filter(ref => known.has(ref));
    if (gone.length > 0) {
      await store.markGone(gone, now());
    }
    await owners.keepMissing(
      absent.filter(ref => named.has(ref)),
      now(),
    );
  }

  /** Sweeps every minute, on one of the instances. */
  async schedule(options: {
    readonly scheduler: SchedulerService;
    readonly logger: LoggerService;
  }): Promise<void> {
    await options.scheduler.scheduleTask({
      id: 'runbooks-catalog',
      scope: 'global',
      frequency: { minutes: 1 },
      timeout: { minutes: 5 },
      fn: signal => this.sweep(signal),
    });
  }

  async *#pages(): AsyncGenerator<ProjectedEntity[]> {
    const { catalog, auth, kinds } = this.#options;
    let cursor: string | undefined;
    do {
      const credentials = await auth.getOwnServiceCredentials();
      const page = await catalog.queryEntities(
        {
          ...(cursor ? { cursor } : { filter: { kind: [...kinds] } }),
          fields: PROJECTED_FIELDS,
          limit: PAGE_ENTITY_COUNT,
        },
        { credentials },
      );
      yield page.items
        .map(projectEntity)
        .filter(({ ref }) => ref.length <= REF_MAX_COUNT);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }

  /** Those that the catalog does not have: others move between two pages, or are no entities of ours. */
  async #absent(refs: readonly string[]): Promise<string[]> {
    const { catalog, auth } = this.#options;
    const present = new Set<string>();
    for (let start = 0; start < refs.length; start += CONFIRM_ENTITY_COUNT) {
      const credentials = await auth.getOwnServiceCredentials();
      const { items } = await catalog.getEntitiesByRefs(
        {
          entityRefs: refs.slice(start, start + CONFIRM_ENTITY_COUNT),
          fields: ['kind', 'metadata.namespace', 'metadata.name'],
        },
        { credentials },
      );
      for (const entity of items) {
        if (entity) {
          present.add(stringifyEntityRef(entity));
        }
      }
    }
    return refs.filter(ref => !present.has(ref));
  }
}
