import { OverallStatus } from '../../words';
import { isBad, worstOf } from '../worstOf';
import { FlappingThreshold } from './policy';
import { SettledState, Stretch } from './state';

/** A change between good and bad. */
export type Flip = NonNullable<SettledState['changes']>[number];

/** Keeps the memory of a status that changes with every round small. */
const FLIPS_MAX_COUNT = 32;

/** Whether a change goes from good to bad or back; `unknown` is neither. */
export function isFlip(
  known: Stretch | undefined,
  to: OverallStatus,
): known is Stretch {
  return (
    known !== undefined &&
    ((known.status === 'ok' && isBad(to)) ||
      (isBad(known.status) && to === 'ok'))
  );
}

/** Remembers a flip, and forgets what is too old to matter. */
export function rememberFlip(
  flips: readonly Flip[],
  flip: Flip,
  threshold: FlappingThreshold,
): Flip[] {
  const keptMs = Math.max(threshold.windowMs, threshold.quietMs);
  const maxCount = Math.max(FLIPS_MAX_COUNT, threshold.changes);
  return [
    ...flips.filter(({ seenAt }) => seenAt > flip.seenAt - keptMs),
    flip,
  ].slice(-maxCount);
}

/** The flips of the window that ends now. */
export function flipsOfWindow(
  flips: readonly Flip[],
  now: number,
  threshold: FlappingThreshold,
): Flip[] {
  return flips.filter(({ seenAt }) => seenAt > now - threshold.windowMs);
}

/** When the flapping is over, if nothing flips until then. */
export function quietAt(
  flips: readonly Flip[],
  threshold: FlappingThreshold,
): number {
  return (flips.at(-1)?.seenAt ?? 0) + threshold.quietMs;
}

/** The worst status of some flips and of what came after them. */
export function worstOfFlips(
  flips: readonly Flip[],
  current: OverallStatus,
): OverallStatus {
  return worstOf([current, ...flips.flatMap(flip => [flip.from, flip.to])]);
}
