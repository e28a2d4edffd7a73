/**
 * The state of runbooks as an aspect of services on the Callboard.
 *
 * @packageDocumentation
 */

export { callboardModuleRunbooks as default } from './module';
