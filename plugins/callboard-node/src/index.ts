/**
 * The seam for Callboard sources.
 *
 * @packageDocumentation
 */

export * from './StatusSource';
export * from './extensionPoint';
export * from './UpstreamError';
