export {
  DEFAULT_FLAPPING_THRESHOLD,
  DEFAULT_SETTLE_POLICY,
  POLLED_SETTLE_POLICY,
  type FlappingThreshold,
  type SettlePolicy,
  type SettleThreshold,
} from './policy';
export {
  settledStateSchema,
  stretchSchema,
  type SettledState,
  type Stretch,
} from './state';
export type { SettledTransition, SettleInput, SettleResult } from './types';
export { settle } from './settle';
export { composeSettled, type SettledPart } from './composeSettled';
export { foldFlapping } from './foldFlapping';
