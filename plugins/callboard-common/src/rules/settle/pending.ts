import { OverallStatus } from '../../words';
import { isBad, compareStatus } from '../worstOf';
import { SettlePolicy } from './policy';
import { SettledState, Stretch } from './state';

/** A change that has not been seen often or long enough yet. */
export type Pending = NonNullable<SettledState['pending']>;

/** What became of a change that was observed. */
export type PendingResult =
  | { readonly accepted: true }
  | {
      readonly accepted: false;
      readonly pending: Pending;
      readonly dueAt: number;
    };

export interface PendingInput {
  readonly current: Stretch;
  readonly gap?: Stretch;
  readonly pending?: Pending;
  readonly status: OverallStatus;
  readonly now: number;
  readonly policy: SettlePolicy;
}

/** Whether a change of status has been seen often and long enough to count. */
export function judgePending(input: PendingInput): PendingResult {
  const { current, gap, status, now, policy } = input;
  // Behind a gap of unknown stands what was known before it.
  const known = current.status === 'unknown' ? gap : current;
  if (!known || known.status === status) {
    return { accepted: true };
  }
  const better = isBad(known.status) && compareStatus(status, known.status) > 0;
  const threshold = better ? policy.recover : policy.worsen;
  const pending: Pending = {
    status,
    // The threshold is about leaving the status, so a change of the goal does not start it anew.
    seenAt: Math.min(input.pending?.seenAt ?? now, now),
    observations: (input.pending?.observations ?? 0) + 1,
  };
  const dueAt = pending.seenAt + threshold.afterMs;
  return pending.observations >= threshold.observations && now >= dueAt
    ? { accepted: true }
    : { accepted: false, pending, dueAt: Math.max(dueAt, now) };
}
