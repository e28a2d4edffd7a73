import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { CallboardClient } from '@callboard/plugin-callboard-common';
import { Glyph } from '@callboard/plugin-callboard-react';
import { callboardApiRef } from './api/callboardApiRef';
import { callboardRunbooksApiRef } from './api/callboardRunbooksApiRef';
import { RunbooksOfPortal } from './api/RunbooksOfPortal';
import { SERVICE_TAB_PATH } from './hooks/useServicePath';
import {
  rootRouteRef,
  runbooksRouteRef,
  sourceRouteRef,
  sourcesRouteRef,
  wallboardRouteRef,
} from './routes';

const SERVICES = { kind: 'component' };

const callboardApi = ApiBlueprint.make({
  params: define =>
    define({
      api: callboardApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new CallboardClient(deps),
    }),
});

const callboardRunbooksApi = ApiBlueprint.make({
  name: 'runbooks',
  params: define =>
    define({
      api: callboardRunbooksApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => RunbooksOfPortal.create(deps),
    }),
});

const callboardPage = PageBlueprint.make({
  params: {
    path: '/callboard',
    routeRef: rootRouteRef,
    title: 'Callboard',
    icon: <Glyph name="board" size={24} />,
    // The page brings the portal's header itself, with tabs and its freshness in it.
    noHeader: true,
    loader: () =>
      import('./components/Shell/CallboardPage').then(m => <m.CallboardPage />),
  },
});

const callboardCard = EntityCardBlueprint.make({
  name: 'status',
  params: {
    type: 'info',
    filter: SERVICES,
    loader: () =>
      import('./components/ServiceCard').then(m => <m.ServiceCard />),
  },
});

// Filtered by kind, not by annotation: a service that nothing observes needs the tab most.
const callboardContent = EntityContentBlueprint.make({
  name: 'callboard',
  params: {
    path: `/${SERVICE_TAB_PATH}`,
    title: 'Callboard',
    filter: SERVICES,
    loader: () => import('./components/ServiceTab').then(m => <m.ServiceTab />),
  },
});

/**
 * Callboard for portals of the new frontend system: the board, the sources page, and a card and
 * a tab for every component.
 * @public
 */
export const callboardPlugin = createFrontendPlugin({
  pluginId: 'callboard',
  title: 'Callboard',
  icon: <Glyph name="board" size={24} />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    sources: sourcesRouteRef,
    source: sourceRouteRef,
    wallboard: wallboardRouteRef,
  },
  externalRoutes: { runbooks: runbooksRouteRef },
  extensions: [
    callboardApi,
    callboardRunbooksApi,
    callboardPage,
    callboardCard,
    callboardContent,
  ],
});
