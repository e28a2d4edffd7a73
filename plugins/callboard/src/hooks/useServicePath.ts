import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';

/** Where the tab with everything lies under an entity's page. */
export const SERVICE_TAB_PATH = 'callboard';

/** The address of a service's tab. */
export function useServicePath(): (entityRef: string) => string {
  const entityRoute = useRouteRef(entityRouteRef);
  return entityRef => {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const params = entityRouteParams({ kind, namespace, name });
    return `${entityRoute(params)}/${SERVICE_TAB_PATH}`;
  };
}
