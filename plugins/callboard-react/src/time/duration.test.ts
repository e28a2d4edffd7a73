import { toDuration } from './duration';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('toDuration', () => {
  it.each([
    [-5_000, { unit: 'now' }],
    [59_999, { unit: 'now' }],
    [38 * MINUTE_MS, { unit: 'minutes', minutes: 38 }],
    [HOUR_MS, { unit: 'hours', hours: 1 }],
    [HOUR_MS + 52 * MINUTE_MS, { unit: 'hoursMinutes', hours: 1, minutes: 52 }],
    [14 * HOUR_MS + 5 * MINUTE_MS, { unit: 'hours', hours: 14 }],
    [47 * HOUR_MS, { unit: 'hours', hours: 47 }],
    [5 * 24 * HOUR_MS, { unit: 'days', days: 5 }],
  ])('reads %d ms as %j', (ms, expected) => {
    expect(toDuration(ms)).toEqual(expected);
  });

  it('counts seconds where they matter', () => {
    expect(toDuration(47_400, true)).toEqual({ unit: 'seconds', seconds: 47 });
  });
});
