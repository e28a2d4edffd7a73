import { ReactElement } from 'react';
import { Entity } from '@backstage/catalog-model';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { callboardApiRef } from '../api/callboardApiRef';
import {
  callboardRunbooksApiRef,
  type CallboardRunbooksApi,
} from '../api/callboardRunbooksApiRef';
import { rootRouteRef, runbooksRouteRef } from '../routes';
import { FakeCallboardApi } from './FakeCallboardApi';

const ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout-api', namespace: 'default' },
  spec: { type: 'service' },
};

/** Renders something of Callboard's in a portal, on the page of one service. */
export async function renderCallboard(
  element: ReactElement,
  options: {
    readonly api: FakeCallboardApi;
    readonly allow?: boolean;
    readonly path?: string;
    readonly runbooks?: CallboardRunbooksApi;
    /** Whether the portal has pages of runbooks; it has where there are runbooks. */
    readonly runbooksPages?: boolean;
  },
) {
  const { api, allow = true, path, runbooks } = options;
  const { runbooksPages = runbooks !== undefined } = options;
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [callboardApiRef, api],
        ...(runbooks ? [[callboardRunbooksApiRef, runbooks] as const] : []),
        [
          permissionApiRef,
          mockApis.permission({
            authorize: allow ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
          }),
        ],
      ]}
    >
      <EntityProvider entity={ENTITY}>{element}</EntityProvider>
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/callboard': rootRouteRef,
        ...(runbooksPages && { '/runbooks': runbooksRouteRef }),
      },
      ...(path ? { routeEntries: [path] } : {}),
    },
  );
}
