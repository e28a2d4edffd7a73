export { fromInstant, toInstant } from './instants';
export { compareStatus, isBad, statusOfFindings, worstOf } from './worstOf';
export { boardRank, boardRanksOf, statusOfBoardRank } from './boardRank';
export {
  compareFindings,
  impactOf,
  worstFinding,
  type ComparableFinding,
} from './findings';
export {
  composeAspect,
  type AspectPart,
  type ComposedAspect,
} from './composeAspect';
export {
  composeOverall,
  type ComposedOverall,
  type OverallPart,
} from './composeOverall';
export {
  DEFAULT_DECAY_MS,
  effectiveStatus,
  judgeFreshness,
  staleAfterMs,
  type Freshness,
  type FreshnessInput,
} from './freshness';
export * from './settle';
export * from './pipelines';
export * from './kubernetes';
export { capNonProduction } from './capNonProduction';
export { foldAbsent, type AbsentPart } from './foldAbsent';
export { unknownVerdict, type UnknownVerdictOptions } from './unknownVerdict';
export { nearNames } from './nearNames';
export { plainText } from './plainText';
export { formatDuration } from './formatDuration';
export { safeLinks } from './safeLinks';
export { neverObserved } from './neverObserved';
export { combineVerdicts, worstVerdict } from './combineVerdicts';
