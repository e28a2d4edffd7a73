/**
 * Pipeline status from Jenkins for Callboard.
 *
 * @packageDocumentation
 */

export { callboardModuleJenkins as default } from './module';
