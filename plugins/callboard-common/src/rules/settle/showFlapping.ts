import { OverallStatus } from '../../words';
import { isBad } from '../worstOf';
import { flipsOfWindow, quietAt, worstOfFlips } from './flapping';
import { SettledState, Stretch } from './state';
import { upstreamTime } from './stretch';
import { currentOf, SettleContext, SettledCurrent } from './settleCurrent';

/** What to show, and what to remember of it. */
export interface Shown {
  readonly stretch: Stretch;
  readonly changes: NonNullable<SettledState['changes']>;
  readonly flapping?: {
    readonly since: number;
    /** The status before the first change. */
    readonly from?: OverallStatus;
    /** When it is over if nothing changes; absent where the parts tell. */
    readonly quietAt?: number;
  };
}

/** Ends a flapping that was quiet for long enough. */
export function endFlapping(
  previous: SettledState,
  { now, policy }: SettleContext,
): SettledState {
  const { current, gap, pending, told, changes = [] } = previous;
  if (!current || now < quietAt(changes, policy.flapping)) {
    return previous;
  }
  return {
    ...currentOf(previous),
    ...(gap && { gap }),
    ...(pending && { pending }),
    ...(told && { told }),
  };
}

/** Shows the worst of the window while a status flaps. */
export function showFlapping(
  previous: SettledState,
  settled: SettledCurrent,
  { input, now, policy }: SettleContext,
): Shown {
  const partsSince = upstreamTime(input.flappingSince, now);
  if (partsSince !== undefined) {
    // The flips are the parts' own: counting them here as well would tell them twice.
    const from = settled.changes.at(0)?.from;
    return {
      stretch: settled.current,
      changes: [],
      flapping: { since: partsSince, ...(from && { from }) },
    };
  }
  const partsCalmed = previous.flappingSince !== undefined && !previous.current;
  const changes = partsCalmed ? [] : settled.changes;
  const flips = flipsOfWindow(changes, now, policy.flapping);
  const goesOn = previous.current !== undefined;
  if (!goesOn && flips.length < policy.flapping.changes) {
    return { stretch: settled.current, changes };
  }
  const since = (goesOn ? previous.flappingSince : flips.at(0)?.at) ?? now;
  const status = worstOfFlips(flips, settled.current.status);
  const from = flips.at(0)?.from;
  return {
    stretch: { status, since, ...(isBad(status) && { badSince: since }) },
    changes,
    flapping: {
      since,
      ...(from && { from }),
      quietAt: quietAt(changes, policy.flapping),
    },
  };
}
