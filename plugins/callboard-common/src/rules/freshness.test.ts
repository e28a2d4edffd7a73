import { ASPECTS } from '../words';
import { DEFAULT_DECAY_MS, effectiveStatus, judgeFreshness } from './freshness';

const NOW = Date.parse('2026-11-24T14:00:00Z');
const S = 1000;
const HOUR = 3600 * S;
const promise = {
  now: NOW,
  intervalMs: 30 * S,
  deadlineMs: 10 * S,
  decayMs: 600 * S,
};

describe('judgeFreshness', () => {
  it.each([
    { name: 'just now', ageMs: 0, stale: false, decayed: false },
    {
      name: 'two rounds and a deadline',
      ageMs: 70 * S,
      stale: false,
      decayed: false,
    },
    { name: 'a moment more', ageMs: 70 * S + 1, stale: true, decayed: false },
    { name: 'the decay', ageMs: 600 * S, stale: true, decayed: false },
    {
      name: 'more than the decay',
      ageMs: 600 * S + 1,
      stale: true,
      decayed: true,
    },
    {
      name: 'a clock that is a little ahead',
      ageMs: -5 * S,
      stale: false,
      decayed: false,
    },
    { name: 'an hour in the future', ageMs: -HOUR, stale: true, decayed: true },
  ])('$name: stale $stale, decayed $decayed', ({ ageMs, stale, decayed }) => {
    expect(judgeFreshness({ ...promise, lastGoodAt: NOW - ageMs })).toEqual({
      stale,
      decayed,
    });
  });

  it('believes nothing that was never observed', () => {
    expect(judgeFreshness(promise)).toEqual({ stale: true, decayed: true });
  });

  it('does not decay what its source still promises', () => {
    expect(
      judgeFreshness({
        ...promise,
        intervalMs: HOUR,
        lastGoodAt: NOW - HOUR,
      }),
    ).toEqual({ stale: false, decayed: false });
  });

  it('has a decay for every aspect', () => {
    expect(Object.keys(DEFAULT_DECAY_MS)).toEqual([...ASPECTS]);
    expect(DEFAULT_DECAY_MS).toMatchObject({
      alerts: 10 * 60 * S,
      kubernetes: 15 * 60 * S,
      pipelines: 24 * HOUR,
      infrastructure: 48 * HOUR,
    });
  });
});

describe('effectiveStatus', () => {
  it.each([
    { status: 'ok', stale: true, decayed: true, shown: 'unknown' },
    { status: 'ok', stale: true, decayed: false, shown: 'ok' },
    { status: 'failing', stale: true, decayed: true, shown: 'failing' },
    { status: 'warning', stale: true, decayed: true, shown: 'warning' },
    { status: 'none', stale: true, decayed: true, shown: 'none' },
  ] as const)(
    '$status, decayed $decayed, shows $shown',
    ({ status, shown, ...freshness }) => {
      expect(effectiveStatus(status, freshness)).toBe(shown);
    },
  );
});
