/**
 * The seam for Callboard sources.
 *
 * @packageDocumentation
 */

export * from './StatusSource';
export * from './extensionPoint';
export * from './UpstreamError';
export {
  UpstreamClient,
  type UpstreamClientOptions,
  type UpstreamPath,
  type GetOptions,
  type GetJsonOptions,
  type OpenStreamOptions,
} from './UpstreamClient';
export type {
  UpstreamAccessOptions,
  UpstreamAuth,
  UpstreamHeaders,
} from './upstream/UpstreamAccess';
export type { RefusedAnswer } from './upstream/failures';
export { isSafeSegment, joinPath } from './upstream/joinPath';
export { nextDelayMs, type BackoffOptions } from './backoff';
export { parseSourceId, sourceId, type SourceIdParts } from './sourceId';
export { toHttpUrl } from './toHttpUrl';
export { readPipelineThresholds } from './config/readPipelineThresholds';
export { readKubernetesThresholds } from './config/readKubernetesThresholds';
export { readFlappingThreshold } from './config/readFlappingThreshold';
export { readDecay } from './config/readDecay';
export {
  readSourceSettings,
  type SourceSettings,
} from './config/readSourceSettings';
