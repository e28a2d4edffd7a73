import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';

/** Where the tab with all runbooks lies under an entity's page. */
export const RUNBOOKS_TAB_PATH = 'runbooks';

/** The address of the tab of an entity. */
export function useEntityRunbooksPath(entityRef: string): string {
  const entityRoute = useRouteRef(entityRouteRef);
  const params = entityRouteParams(parseEntityRef(entityRef));
  return `${entityRoute(params)}/${RUNBOOKS_TAB_PATH}`;
}
