import { toInstant } from '../instants';
import { isBad, worstOf } from '../worstOf';
import { SettledState } from './state';
import { SettleInput } from './types';

/** What is needed of a settled part: an observation of an aspect, an aspect of a service. @public */
export type SettledPart = Pick<
  SettledState,
  'status' | 'since' | 'atLeast' | 'badSince' | 'flappingSince'
>;

/**
 * Makes up what to settle for an aspect of its observations, or for a service of its aspects: the
 * worst status, since the first of those that have it (for `ok`, since the last). It flaps where one of those does.
 * @public
 */
export function composeSettled(parts: readonly SettledPart[]): SettleInput {
  const status = worstOf(parts.map(part => part.status));
  const worst = parts
    .filter(part => part.status === status)
    .sort((a, b) => a.since - b.since);
  const newest = worst.at(-1);
  if (!newest) {
    return { status: 'none' };
  }
  // One bad part is enough to be bad, but all have to be ok to be ok.
  const decisive = status === 'ok' ? newest : worst[0];
  const badSinces = parts.flatMap(part =>
    isBad(part.status) ? [part.badSince ?? part.since] : [],
  );
  const flapping = worst.flatMap(part => part.flappingSince ?? []);
  return {
    status,
    since: toInstant(decisive.since),
    latestSince: toInstant(newest.since),
    ...(decisive.atLeast && { atLeast: true }),
    ...(badSinces.length > 0 && {
      badSince: toInstant(Math.min(...badSinces)),
    }),
    ...(flapping.length > 0 && {
      flappingSince: toInstant(Math.min(...flapping)),
    }),
  };
}
