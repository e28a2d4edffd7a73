/**
 * Kubernetes health for Callboard.
 *
 * @packageDocumentation
 */

export { callboardModuleKubernetes as default } from './module';
