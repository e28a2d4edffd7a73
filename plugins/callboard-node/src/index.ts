/**
 * What Callboard's backends share: the seam for sources, and what a backend of the suite is made of.
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
export { clockFinding } from './upstream/clockFinding';
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
export {
  CatalogVisibility,
  type CatalogVisibilityOptions,
} from './catalog/CatalogVisibility';
export { ViewerOwnership } from './catalog/ViewerOwnership';
export {
  SEES_ALL,
  SEES_NOTHING,
  seesOnly,
  visibilityKey,
  type Visibility,
} from './catalog/Visibility';
export { isPostgres } from './database/engine';
export {
  toInstant,
  toNumber,
  toOptionalInstant,
  toOptionalNumber,
  type StoredBigint,
} from './database/epochMs';
export { containing } from './database/like';
export {
  migrateDatabase,
  type MigrateDatabaseOptions,
} from './database/migrateDatabase';
export { storableText } from './database/storableText';
export { audited, type AuditedOptions } from './http/audited';
export { credentialsOf } from './http/credentialsOf';
export { Cursor } from './http/Cursor';
export { errorResponse, errorResponses } from './http/errorResponses';
export { etagOf, fingerprintOf } from './http/etagOf';
export {
  cursorParameter,
  listParameter,
  pathParameter,
  queryParameter,
  textSchema,
} from './http/openapiParameters';
export { parseQuery } from './http/parseQuery';
export {
  readInstant,
  readList,
  readRefs,
  readText,
  type QueryValue,
} from './http/readQuery';
export {
  respond,
  type RespondOptions,
  type TaggedAnswer,
} from './http/respond';
