/**
 * Callboard's pages: the board, the service card and tab, and the sources page. For portals of
 * the older frontend system see `./legacy`.
 *
 * @packageDocumentation
 */

export { callboardPlugin as default } from './plugin';
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
