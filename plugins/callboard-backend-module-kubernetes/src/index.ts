/**
 * Kubernetes health for Callboard.
 *
 * @packageDocumentation
 */
export {};
