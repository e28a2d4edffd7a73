import type { AuthService } from '@backstage/backend-plugin-api';
import type { EntityFilterQuery } from '@backstage/catalog-client';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { inChunks } from '../database/inChunks';
import {
  PROJECTED_FIELDS,
  projectEntity,
  type ProjectedService,
} from './projectEntity';

const PAGE_ENTITY_COUNT = 2_000;

export interface CatalogReaderOptions {
  readonly catalog: Pick<CatalogService, 'queryEntities' | 'getEntitiesByRefs'>;
  readonly auth: AuthService;
  readonly filter: EntityFilterQuery;
}

/** Reads services from the catalog, as the plugin itself. */
export class CatalogReader {
  readonly #options: CatalogReaderOptions;

  static create(options: CatalogReaderOptions): CatalogReader {
    return new CatalogReader(options);
  }

  private constructor(options: CatalogReaderOptions) {
    this.#options = options;
  }

  /** Every service that the filter selects, page by page: only one page is in memory. */
  async *sweep(signal: AbortSignal): AsyncGenerator<ProjectedService[]> {
    const { catalog, auth, filter } = this.#options;
    let cursor: string | undefined;
    do {
      signal.throwIfAborted();
      const credentials = await auth.getOwnServiceCredentials();
      const page = await catalog.queryEntities(
        cursor
          ? { cursor, fields: PROJECTED_FIELDS, limit: PAGE_ENTITY_COUNT }
          : {
              filter,
              fields: PROJECTED_FIELDS,
              limit: PAGE_ENTITY_COUNT,
              totalItems: 'exclude',
            },
        { credentials },
      );
      yield page.items.map(projectEntity);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }

  /** Those of the given services that the catalog really does not have any more. */
  async confirmGone(refs: readonly string[]): Promise<string[]> {
    const { catalog, auth, filter } = this.#options;
    const present = new Set<string>();
    for (const chunk of inChunks(refs)) {
      const credentials = await auth.getOwnServiceCredentials();
      const { items } = await catalog.getEntitiesByRefs(
        {
          entityRefs: chunk,
          fields: ['kind', 'metadata.namespace', 'metadata.name'],
          filter,
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
