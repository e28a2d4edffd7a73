import { fromInstant } from '../instants';
import { compareStatus, isBad } from '../worstOf';
import { Stretch } from './state';
import { SettleInput } from './types';

/** Reads an upstream's time; the upstream's clock may be ahead of ours, the future is now. */
export function upstreamTime(
  instant: string | undefined,
  now: number,
): number | undefined {
  const epochMs = fromInstant(instant);
  return epochMs === undefined ? undefined : Math.min(epochMs, now);
}

function badSinceOf(
  input: SettleInput,
  known: { since: number; badSince?: number; now: number },
): { badSince?: number } {
  if (!isBad(input.status)) {
    return {};
  }
  const told = upstreamTime(input.badSince, known.now) ?? known.since;
  return { badSince: Math.min(told, known.badSince ?? told, known.since) };
}

function latestSinceOf(
  input: SettleInput,
  now: number,
): { latestSince?: number } {
  const latest = upstreamTime(input.latestSince, now);
  return latest === undefined ? {} : { latestSince: latest };
}

/** The stretch that begins where nothing was known before. */
export function firstSight(input: SettleInput, now: number): Stretch {
  const upstream = upstreamTime(input.since, now);
  const since = upstream ?? now;
  return {
    status: input.status,
    since,
    ...((upstream === undefined || input.atLeast) && { atLeast: true }),
    ...badSinceOf(input, { since, now }),
    ...latestSinceOf(input, now),
  };
}

/** The same status was observed again: the stretch goes on, or a newer one of the same began. */
export function continued(
  stretch: Stretch,
  input: SettleInput,
  now: number,
): Stretch {
  const upstream = upstreamTime(input.since, now);
  const before = Math.min(stretch.since, now);
  const known = stretch.latestSince ?? before;
  // All that is so now began after all that we knew of: in between it was over, unobserved.
  if (upstream !== undefined && !input.atLeast && upstream > known) {
    return firstSight(input, now);
  }
  const since = Math.min(before, upstream ?? before);
  const exact = upstream === since && !input.atLeast;
  return {
    status: stretch.status,
    since,
    ...(stretch.atLeast && !exact && { atLeast: true }),
    ...(isBad(stretch.status)
      ? badSinceOf(input, { since, badSince: stretch.badSince, now })
      : stretch.badSince !== undefined && { badSince: stretch.badSince }),
    ...latestSinceOf(input, now),
  };
}

/** What came before a change of status. */
export interface Before {
  /** The last stretch in which something was known. */
  readonly stretch?: Stretch;
  /** Since then it was unknown, so that the change may have come earlier than it was seen. */
  readonly unseen: boolean;
}

/** Another status was observed: a new stretch begins. */
export function begun(
  before: Before,
  input: SettleInput,
  now: number,
): Stretch {
  const upstream = upstreamTime(input.since, now);
  const bad =
    before.stretch && isBad(before.stretch.status) ? before.stretch : undefined;
  // While it was worse it was not this, whatever the upstream has to say of another side of it.
  const contradicted =
    bad !== undefined &&
    compareStatus(input.status, bad.status) > 0 &&
    upstream !== undefined &&
    upstream < bad.since;
  const since = contradicted ? now : upstream ?? now;
  const atLeast =
    upstream === undefined ? before.unseen : input.atLeast && !contradicted;
  return {
    status: input.status,
    since,
    ...(atLeast && { atLeast }),
    ...(input.status === 'unknown'
      ? bad?.badSince !== undefined && { badSince: bad.badSince }
      : badSinceOf(input, { since, badSince: bad?.badSince, now })),
    ...latestSinceOf(input, now),
  };
}
