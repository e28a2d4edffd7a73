/**
 * Callboard's pages for portals of the older frontend system.
 *
 * @packageDocumentation
 */

import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { CallboardClient } from '@callboard/plugin-callboard-common';
import { callboardApiRef } from './api/callboardApiRef';
import { callboardRunbooksApiRef } from './api/callboardRunbooksApiRef';
import { RunbooksOfPortal } from './api/RunbooksOfPortal';
import { rootRouteRef, runbooksRouteRef } from './routes';

/**
 * The plugin, for the older frontend system.
 * @public
 */
export const callboardPlugin = createPlugin({
  id: 'callboard',
  routes: { root: rootRouteRef },
  externalRoutes: { runbooks: runbooksRouteRef },
  apis: [
    createApiFactory({
      api: callboardApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new CallboardClient(deps),
    }),
    createApiFactory({
      api: callboardRunbooksApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => RunbooksOfPortal.create(deps),
    }),
  ],
});

/**
 * The board, with the sources page and the wallboard beneath: mount it at `/callboard`.
 * @public
 */
export const CallboardPage: () => JSX.Element = callboardPlugin.provide(
  createRoutableExtension({
    name: 'CallboardPage',
    component: () =>
      import('./components/Shell/LegacyCallboardPage').then(
        m => m.LegacyCallboardPage,
      ),
    mountPoint: rootRouteRef,
  }),
);

/**
 * A service's status at a glance, for the overview of its entity page.
 * @public
 */
export const EntityCallboardCard: () => JSX.Element = callboardPlugin.provide(
  createComponentExtension({
    name: 'EntityCallboardCard',
    component: {
      lazy: () => import('./components/ServiceCard').then(m => m.ServiceCard),
    },
  }),
);

/**
 * Everything that is known of a service: a tab of its entity page, at `/callboard`.
 * @public
 */
export const EntityCallboardContent: () => JSX.Element =
  callboardPlugin.provide(
    createComponentExtension({
      name: 'EntityCallboardContent',
      component: {
        lazy: () => import('./components/ServiceTab').then(m => m.ServiceTab),
      },
    }),
  );

export { callboardApiRef } from './api/callboardApiRef';
export {
  callboardRunbooksApiRef,
  type CallboardRunbooksApi,
  type RunbookChoice,
  type RunbookQuestion,
} from './api/callboardRunbooksApiRef';
export {
  rootRouteRef,
  runbooksRouteRef,
  sourceRouteRef,
  sourcesRouteRef,
  wallboardRouteRef,
} from './routes';
export { callboardTranslationRef } from './translation';
