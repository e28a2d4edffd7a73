import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The board. @public */
export const rootRouteRef = createRouteRef({ id: 'callboard' });

/** The sources page. @public */
export const sourcesRouteRef = createSubRouteRef({
  id: 'callboard/sources',
  parent: rootRouteRef,
  path: '/sources',
});

/** The page of one source. @public */
export const sourceRouteRef = createSubRouteRef({
  id: 'callboard/source',
  parent: rootRouteRef,
  path: '/sources/:type/:name',
});

/** The board as tiles, for a wall. @public */
export const wallboardRouteRef = createSubRouteRef({
  id: 'callboard/wallboard',
  parent: rootRouteRef,
  path: '/wallboard',
});

/** The pages of runbooks, where the portal has them. @public */
export const runbooksRouteRef = createExternalRouteRef({
  id: 'callboard/runbooks',
  optional: true,
  defaultTarget: 'runbooks.root',
});
