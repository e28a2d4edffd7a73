/**
 * Runbooks in the search of the portal.
 *
 * @packageDocumentation
 */

export { searchModuleRunbooks as default } from './module';
