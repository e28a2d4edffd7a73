import useAsync from 'react-use/esm/useAsync';
import {
  isGroupEntity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

const NO_OWNERS: ReadonlyMap<string, string> = new Map();

/**
 * Who owns each of some entities; those of which nobody knows it are left out. A group that nobody
 * owns looks after its own.
 */
export function useEntityOwners(
  entityRefs: readonly string[],
): ReadonlyMap<string, string> {
  const catalogApi = useApiHolder().get(catalogApiRef);
  const key = [...new Set(entityRefs)].sort().join('\n');
  const { value } = useAsync(async () => {
    if (!catalogApi || key === '') {
      return NO_OWNERS;
    }
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs: key.split('\n'),
      fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
    });
    return new Map(
      items.flatMap(entity => {
        if (!entity) {
          return [];
        }
        const ref = stringifyEntityRef(entity);
        const owner =
          entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
            ?.targetRef ?? (isGroupEntity(entity) ? ref : undefined);
        return owner === undefined ? [] : [[ref, owner] as const];
      }),
    );
  }, [catalogApi, key]);
  return value ?? NO_OWNERS;
}
