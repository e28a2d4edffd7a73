import type { AuthService } from '@backstage/backend-plugin-api';
import { RELATION_PART_OF, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const PAGE_ENTITY_COUNT = 2_000;

/** Reads which domains systems are part of: services inherit their runbooks as well. */
export async function readDomains(options: {
  readonly auth: AuthService;
  readonly catalog: Pick<CatalogService, 'queryEntities'>;
}): Promise<ReadonlyMap<string, string>> {
  const { auth, catalog } = options;
  const domains = new Map<string, string>();
  const fields = ['kind', 'metadata.namespace', 'metadata.name', 'relations'];
  let cursor: string | undefined;
  do {
    const credentials = await auth.getOwnServiceCredentials();
    const page = await catalog.queryEntities(
      cursor
        ? { cursor, fields, limit: PAGE_ENTITY_COUNT }
        : {
            filter: { kind: 'system' },
            fields,
            limit: PAGE_ENTITY_COUNT,
            totalItems: 'exclude',
          },
      { credentials },
    );
    for (const system of page.items) {
      const domain = (system.relations ?? [])
        .filter(({ type }) => type === RELATION_PART_OF)
        .map(({ targetRef }) => targetRef)
        .sort()
        .find(ref => ref.startsWith('domain:'));
      if (domain) {
        domains.set(stringifyEntityRef(system), domain);
      }
    }
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return domains;
}
