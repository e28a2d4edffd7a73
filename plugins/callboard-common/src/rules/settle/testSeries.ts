import { OverallStatus } from '../../words';
import { toInstant } from '../instants';
import { DEFAULT_SETTLE_POLICY } from './policy';
import { settle } from './settle';
import { SettledState, settledStateSchema } from './state';
import { SettledTransition, SettleInput } from './types';

/** When the first observation of a series is made. */
export const T0 = Date.parse('2026-11-24T14:00:00Z');
export const MIN = 60_000;

export const at = (minutes: number) => T0 + minutes * MIN;
export const iso = (minutes: number) => toInstant(at(minutes));

/** An observation, so many minutes after the first. */
export interface Step extends Partial<Omit<SettleInput, 'status'>> {
  readonly min: number;
  readonly status: OverallStatus;
}

/** Settles a series of observations; every state goes through JSON, as in the database. */
export function play(steps: readonly Step[], policy = DEFAULT_SETTLE_POLICY) {
  let state: SettledState | undefined;
  let recheckAt: number | undefined;
  const transitions: SettledTransition[] = [];
  for (const { min, ...input } of steps) {
    const result = settle(state, input, at(min), policy);
    state = settledStateSchema.parse(JSON.parse(JSON.stringify(result.state)));
    recheckAt = result.recheckAt;
    if (result.transition) {
      transitions.push(result.transition);
    }
  }
  if (!state) {
    throw new Error('nothing was observed');
  }
  return { state, transitions, recheckAt };
}
