/**
 * Runbooks beside every service: list, reader, run mode, editor, history and coverage, a card and
 * a tab of entities. For portals of the older frontend system see `./legacy`.
 *
 * @packageDocumentation
 */

export { runbooksPlugin as default } from './plugin';
export {
  runbookFindingsApiRef,
  type RunbookFindingsApi,
} from './api/runbookFindingsApiRef';
export { runbooksApiRef } from './api/runbooksApiRef';
export { rootRouteRef } from './routes';
export { runbooksTranslationRef } from './translation';
