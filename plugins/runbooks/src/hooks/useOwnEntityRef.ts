import useAsync from 'react-use/esm/useAsync';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  identityApiRef,
  useApi,
  useApiHolder,
} from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/**
 * An entity that the viewer owns, else the viewer: what to ask about where a permission depends on
 * the entity and the page is about none.
 */
export function useOwnEntityRef(): string | undefined {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApiHolder().get(catalogApiRef);
  const { value } = useAsync(async () => {
    const { userEntityRef, ownershipEntityRefs } =
      await identityApi.getBackstageIdentity();
    // The catalog takes a filter without a value for none.
    if (ownershipEntityRefs.length === 0) {
      return userEntityRef;
    }
    const owned = await catalogApi
      ?.getEntities({
        filter: {
          kind: ['Component', 'System', 'Domain'],
          'relations.ownedBy': ownershipEntityRefs,
        },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        limit: 1,
      })
      .catch(() => undefined);
    const [entity] = owned?.items ?? [];
    return entity ? stringifyEntityRef(entity) : userEntityRef;
  }, [identityApi, catalogApi]);
  return value;
}
