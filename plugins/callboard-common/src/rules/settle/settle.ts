import { compareStatus } from '../worstOf';
import { SettlePolicy } from './policy';
import { settleCurrent, SettledCurrent } from './settleCurrent';
import { endFlapping, showFlapping, Shown } from './showFlapping';
import { SettledState, settledStateSchema } from './state';
import { firstSight, upstreamTime } from './stretch';
import { SettledTransition, SettleInput, SettleResult } from './types';

/**
 * Settles what was observed into a status with its start, and tells the change, if there is one.
 *
 * Only what was really observed is settled: the outage of a source is staleness, which never comes
 * here, so that it is neither a change nor a recovery. A first sight makes no transition, and
 * neither does getting connected or disconnected (`none`).
 * @public
 */
export function settle(
  previous: SettledState | undefined,
  input: SettleInput,
  now: number,
  policy: SettlePolicy,
): SettleResult {
  if (!previous || previous.status === 'none' || input.status === 'none') {
    return { state: sameOr(previous, startAnew(previous, input, now)) };
  }
  const context = { input, now, policy };
  const calmed = endFlapping(previous, context);
  const settled = settleCurrent(calmed, context);
  const shown = showFlapping(calmed, settled, context);
  const state = toState(settled, shown, {
    told: input.provisional ? previous.told : shown.stretch.status,
  });
  const transition = input.provisional
    ? undefined
    : tell(previous, shown, { at: settled.changedAt ?? now, now });
  const recheckAt = earliest(settled.dueAt, shown.flapping?.quietAt);
  return {
    state: sameOr(previous, state),
    ...(transition && { transition }),
    ...(recheckAt !== undefined && { recheckAt }),
  };
}

function startAnew(
  previous: SettledState | undefined,
  input: SettleInput,
  now: number,
): SettledState {
  if (input.status === 'none') {
    const since = previous?.status === 'none' ? previous.since : now;
    return { status: 'none', since, told: 'none' };
  }
  const flappingSince = upstreamTime(input.flappingSince, now);
  return {
    ...firstSight(input, now),
    ...(flappingSince !== undefined && { flappingSince }),
    ...(!input.provisional && { told: input.status }),
  };
}

function toState(
  settled: SettledCurrent,
  { stretch, changes, flapping }: Shown,
  { told }: Pick<SettledState, 'told'>,
): SettledState {
  return {
    ...stretch,
    ...(flapping && { flappingSince: flapping.since }),
    // Where the parts flap, what is shown is all there is.
    ...(flapping?.quietAt !== undefined && { current: settled.current }),
    ...(settled.gap && { gap: settled.gap }),
    ...(settled.pending && { pending: settled.pending }),
    ...(changes.length > 0 && { changes }),
    ...(told && { told }),
  };
}

function tell(
  previous: SettledState,
  { stretch, flapping }: Shown,
  { at, now }: { at: number; now: number },
): SettledTransition | undefined {
  const { told } = previous;
  const to = stretch.status;
  if (told === undefined) {
    return undefined;
  }
  const began = previous.flappingSince === undefined;
  if (!flapping) {
    // The end of flapping is told when it is quiet, whenever the last change was.
    return to === told ? undefined : { from: told, to, at: began ? at : now };
  }
  if (!began && compareStatus(to, told) >= 0) {
    return undefined;
  }
  const from = began ? flapping.from ?? told : told;
  return { from, to, at, flappingSince: flapping.since };
}

function earliest(a?: number, b?: number): number | undefined {
  return a === undefined || b === undefined ? a ?? b : Math.min(a, b);
}

/** The object that was there before, where nothing changed: callers need not write it. */
function sameOr(
  previous: SettledState | undefined,
  state: SettledState,
): SettledState {
  return previous && canonical(previous) === canonical(state)
    ? previous
    : state;
}

function canonical(state: SettledState): string {
  return JSON.stringify(settledStateSchema.parse(state));
}
