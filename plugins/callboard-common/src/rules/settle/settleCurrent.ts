import { isFlip, rememberFlip } from './flapping';
import { judgePending } from './pending';
import { SettlePolicy } from './policy';
import { SettledState, Stretch } from './state';
import { begun, continued, upstreamTime } from './stretch';
import { SettleInput } from './types';

/** What is settled before flapping is looked at. */
export interface SettledCurrent {
  readonly current: Stretch;
  readonly gap?: Stretch;
  readonly pending?: SettledState['pending'];
  readonly changes: NonNullable<SettledState['changes']>;
  /** When the status changed just now. */
  readonly changedAt?: number;
  /** When what is pending could count. */
  readonly dueAt?: number;
}

export interface SettleContext {
  readonly input: SettleInput;
  readonly now: number;
  readonly policy: SettlePolicy;
}

/** The stretch that would be shown if nothing flapped. */
export function currentOf(state: SettledState): Stretch {
  if (state.current) {
    return state.current;
  }
  const { status, since, atLeast, badSince, latestSince } = state;
  return {
    status,
    since,
    ...(atLeast && { atLeast }),
    ...(badSince !== undefined && { badSince }),
    ...(latestSince !== undefined && { latestSince }),
  };
}

/** Takes an observation in, flapping aside. */
export function settleCurrent(
  previous: SettledState,
  { input, now, policy }: SettleContext,
): SettledCurrent {
  const current = currentOf(previous);
  const { gap, changes = [] } = previous;
  if (input.status === current.status) {
    return {
      current: continued(current, input, now),
      changes,
      ...(gap && { gap }),
    };
  }
  const verdict = judgePending({
    current,
    gap,
    pending: previous.pending,
    status: input.status,
    now,
    policy,
  });
  if (!verdict.accepted) {
    const { pending, dueAt } = verdict;
    return { current, changes, pending, dueAt, ...(gap && { gap }) };
  }
  const unseen = current.status === 'unknown';
  const known = unseen ? gap : current;
  const next =
    known?.status === input.status
      ? continued(known, input, now)
      : begun({ stretch: known, unseen }, input, now);
  const upstream = upstreamTime(input.since, now);
  const changedAt =
    upstream !== undefined && upstream > current.since ? upstream : now;
  const flips =
    !input.provisional && isFlip(known, input.status)
      ? rememberFlip(
          changes,
          {
            seenAt: now,
            at: changedAt,
            from: known?.status ?? 'unknown',
            to: input.status,
          },
          policy.flapping,
        )
      : changes;
  return {
    current: next,
    changes: flips,
    changedAt,
    ...(input.status === 'unknown' && known && { gap: known }),
  };
}
