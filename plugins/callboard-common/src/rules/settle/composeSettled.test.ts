import { toInstant } from '../instants';
import { composeSettled, SettledPart } from './composeSettled';
import { DEFAULT_SETTLE_POLICY } from './policy';
import { settle } from './settle';
import { SettledState } from './state';
import { SettledTransition } from './types';

const T0 = Date.parse('2026-11-24T14:00:00Z');
const at = (minutes: number) => T0 + minutes * 60_000;
const iso = (minutes: number) => toInstant(at(minutes));

function play(
  steps: ReadonlyArray<{ min: number; parts: readonly SettledPart[] }>,
) {
  let state: SettledState | undefined;
  const transitions: SettledTransition[] = [];
  for (const { min, parts } of steps) {
    const result = settle(
      state,
      composeSettled(parts),
      at(min),
      DEFAULT_SETTLE_POLICY,
    );
    state = result.state;
    transitions.push(...(result.transition ? [result.transition] : []));
  }
  return { state, transitions };
}

describe('composeSettled', () => {
  it('is none where there is no part', () => {
    expect(composeSettled([])).toEqual({ status: 'none' });
  });

  it('is bad since the first that is as bad', () => {
    expect(
      composeSettled([
        { status: 'failing', since: at(20), badSince: at(20) },
        { status: 'failing', since: at(10), badSince: at(5) },
        { status: 'warning', since: at(0), badSince: at(0) },
        { status: 'ok', since: at(-90) },
      ]),
    ).toEqual({
      status: 'failing',
      since: iso(10),
      latestSince: iso(20),
      badSince: iso(0),
    });
  });

  it('is ok since the last that became so', () => {
    expect(
      composeSettled([
        { status: 'ok', since: at(0), atLeast: true },
        { status: 'ok', since: at(30) },
      ]),
    ).toEqual({ status: 'ok', since: iso(30), latestSince: iso(30) });
  });

  it('stays bad since its start when the part that began it recovers', () => {
    const { state, transitions } = play([
      { min: 0, parts: [{ status: 'failing', since: at(-60) }] },
      {
        min: 10,
        parts: [
          { status: 'failing', since: at(-60) },
          { status: 'failing', since: at(9) },
        ],
      },
      {
        min: 20,
        parts: [
          { status: 'ok', since: at(19) },
          { status: 'failing', since: at(9) },
        ],
      },
    ]);
    expect(state).toMatchObject({ status: 'failing', since: at(-60) });
    expect(transitions).toEqual([]);
  });

  it('begins anew when its only part did', () => {
    const { state } = play([
      { min: 0, parts: [{ status: 'failing', since: at(-60) }] },
      { min: 90, parts: [{ status: 'failing', since: at(80) }] },
    ]);
    expect(state).toMatchObject({ since: at(80), badSince: at(80) });
  });

  it('becomes a warning when the failing part recovers, however old the warning is', () => {
    const warning: SettledPart = {
      status: 'warning',
      since: at(-60),
      badSince: at(-60),
    };
    const { state, transitions } = play([
      { min: 0, parts: [warning, { status: 'failing', since: at(-5) }] },
      { min: 20, parts: [warning, { status: 'ok', since: at(19) }] },
    ]);
    expect(state).toMatchObject({
      status: 'warning',
      since: at(20),
      badSince: at(-60),
    });
    expect(transitions).toEqual([
      { from: 'failing', to: 'warning', at: at(20) },
    ]);
  });

  it('flaps where its part does, and tells it once', () => {
    const good: SettledPart = { status: 'ok', since: at(0) };
    const { state, transitions } = play([
      { min: 0, parts: [good] },
      { min: 10, parts: [{ status: 'failing', since: at(10) }] },
      { min: 20, parts: [{ status: 'ok', since: at(20) }] },
      { min: 30, parts: [{ status: 'failing', since: at(30) }] },
      {
        min: 40,
        parts: [{ status: 'failing', since: at(10), flappingSince: at(10) }],
      },
      { min: 71, parts: [{ status: 'ok', since: at(40) }] },
      { min: 72, parts: [{ status: 'ok', since: at(40) }] },
    ]);
    expect(transitions.slice(3)).toEqual([
      { from: 'ok', to: 'failing', at: at(40), flappingSince: at(10) },
      { from: 'failing', to: 'ok', at: at(71) },
    ]);
    expect(state).toMatchObject({ status: 'ok', since: at(40) });
    expect(state?.flappingSince).toBeUndefined();
  });
});
