export type { MatchCandidate, MatchContext } from './MatchContext';
export { MATCH_SCORES, plainMatchValue } from './matchedReasons';
export * from './matchRunbooks';
