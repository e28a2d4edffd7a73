/**
 * Runbooks for portals of the older frontend system.
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
import {
  createSearchResultListItemExtension,
  type SearchResultListItemExtensionProps,
} from '@backstage/plugin-search-react';
import { RunbooksClient } from '@callboard/plugin-runbooks-common';
import { FindingsOfBoard } from './api/FindingsOfBoard';
import { runbookFindingsApiRef } from './api/runbookFindingsApiRef';
import { runbooksApiRef } from './api/runbooksApiRef';
import type { RunbookSearchResultListItemProps } from './components/RunbookSearchResultListItem';
import { rootRouteRef } from './routes';
import { isRunbookResult } from './search/isRunbookResult';

/**
 * The plugin, for the older frontend system.
 * @public
 */
export const runbooksPlugin = createPlugin({
  id: 'runbooks',
  routes: { root: rootRouteRef },
  apis: [
    createApiFactory({
      api: runbooksApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new RunbooksClient(deps),
    }),
    createApiFactory({
      api: runbookFindingsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => FindingsOfBoard.create(deps),
    }),
  ],
});

/**
 * All pages of runbooks: mount it at `/runbooks`.
 * @public
 */
export const RunbooksPage: () => JSX.Element = runbooksPlugin.provide(
  createRoutableExtension({
    name: 'RunbooksPage',
    component: () =>
      import('./components/Shell/LegacyRunbooksShell').then(
        m => m.LegacyRunbooksShell,
      ),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The runbooks of an entity, for the overview of its page.
 * @public
 */
export const EntityRunbooksCard: () => JSX.Element = runbooksPlugin.provide(
  createComponentExtension({
    name: 'EntityRunbooksCard',
    component: {
      lazy: () =>
        import('./components/EntityRunbooksCard').then(
          m => m.EntityRunbooksCard,
        ),
    },
  }),
);

/**
 * The runbooks of an entity, those that fit its findings first: a tab of its page.
 * @public
 */
export const EntityRunbooksContent: () => JSX.Element = runbooksPlugin.provide(
  createComponentExtension({
    name: 'EntityRunbooksContent',
    component: {
      lazy: () =>
        import('./components/EntityRunbooksContent').then(
          m => m.EntityRunbooksContent,
        ),
    },
  }),
);

/**
 * A runbook among the results of the portal's search: a child of `SearchResult`.
 * @public
 */
export const RunbookSearchResultListItem: (
  props: SearchResultListItemExtensionProps<RunbookSearchResultListItemProps>,
) => JSX.Element | null = runbooksPlugin.provide(
  createSearchResultListItemExtension({
    name: 'RunbookSearchResultListItem',
    component: () =>
      import('./components/RunbookSearchResultListItem').then(
        m => m.RunbookSearchResultListItem,
      ),
    predicate: isRunbookResult,
  }),
);

export type { RunbookSearchResultListItemProps } from './components/RunbookSearchResultListItem';
export {
  runbookFindingsApiRef,
  type RunbookFindingsApi,
} from './api/runbookFindingsApiRef';
export { runbooksApiRef } from './api/runbooksApiRef';
export { rootRouteRef } from './routes';
export { runbooksTranslationRef } from './translation';
