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
import { rootRouteRef } from '../routes';
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
  },
) {
  const { api, allow = true, path } = options;
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [callboardApiRef, api],
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
      },
      ...(path ? { routeEntries: [path] } : {}),
    },
  );
}
