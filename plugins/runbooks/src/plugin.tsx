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
import { Glyph } from '@callboard/plugin-callboard-react';
import { RunbooksClient } from '@callboard/plugin-runbooks-common';
import { FindingsOfBoard } from './api/FindingsOfBoard';
import { runbookFindingsApiRef } from './api/runbookFindingsApiRef';
import { runbooksApiRef } from './api/runbooksApiRef';
import { RUNBOOKS_TAB_PATH } from './hooks/useEntityRunbooksPath';
import { rootRouteRef } from './routes';
import { runbookSearchResultListItem } from './search';

/** What may have runbooks: services, and what they inherit them from. */
const OWNERS_OF_RUNBOOKS = {
  kind: { $in: ['component', 'system', 'domain', 'group'] },
};

const runbooksApi = ApiBlueprint.make({
  params: define =>
    define({
      api: runbooksApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new RunbooksClient(deps),
    }),
});

const runbookFindingsApi = ApiBlueprint.make({
  name: 'findings',
  params: define =>
    define({
      api: runbookFindingsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => FindingsOfBoard.create(deps),
    }),
});

const runbooksPage = PageBlueprint.make({
  params: {
    path: '/runbooks',
    routeRef: rootRouteRef,
    title: 'Runbooks',
    icon: <Glyph name="runbooks" size={24} />,
    // The pages bring the portal's header themselves, with tabs in it.
    noHeader: true,
    loader: () =>
      import('./components/Shell/RunbooksShell').then(m => <m.RunbooksShell />),
  },
});

const runbooksCard = EntityCardBlueprint.make({
  name: 'runbooks',
  params: {
    type: 'info',
    filter: OWNERS_OF_RUNBOOKS,
    loader: () =>
      import('./components/EntityRunbooksCard').then(m => (
        <m.EntityRunbooksCard />
      )),
  },
});

const runbooksContent = EntityContentBlueprint.make({
  name: 'runbooks',
  params: {
    path: `/${RUNBOOKS_TAB_PATH}`,
    title: 'Runbooks',
    filter: OWNERS_OF_RUNBOOKS,
    loader: () =>
      import('./components/EntityRunbooksContent').then(m => (
        <m.EntityRunbooksContent />
      )),
  },
});

/**
 * Runbooks for portals of the new frontend system: their pages, a card and a tab for every entity
 * that may have some, and their results in the portal's search.
 * @public
 */
export const runbooksPlugin = createFrontendPlugin({
  pluginId: 'runbooks',
  title: 'Runbooks',
  icon: <Glyph name="runbooks" size={24} />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [
    runbooksApi,
    runbookFindingsApi,
    runbooksPage,
    runbooksCard,
    runbooksContent,
    runbookSearchResultListItem,
  ],
});
