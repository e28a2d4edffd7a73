import { toInstant } from '../../instants';
import { Schedule } from './Schedule';

const next = (schedule: string, from: string, timeZone?: string) => {
  const after = Schedule.parse({ schedule, timeZone })?.after(Date.parse(from));
  return after === undefined ? undefined : toInstant(after);
};

describe('a schedule', () => {
  it.each([
    [
      '0 2 * * *',
      '2026-11-24T02:00:00Z',
      undefined,
      '2026-11-25T02:00:00.000Z',
    ],
    [
      '*/15 * * * *',
      '2026-11-24T02:01:00Z',
      undefined,
      '2026-11-24T02:15:00.000Z',
    ],
    [
      '5/15 * * * *',
      '2026-11-24T02:21:00Z',
      undefined,
      '2026-11-24T02:35:00.000Z',
    ],
    ['@hourly', '2026-11-24T02:00:00Z', undefined, '2026-11-24T03:00:00.000Z'],
    [
      '0 2 ? * MON-FRI',
      '2026-11-27T12:00:00Z',
      undefined,
      '2026-11-30T02:00:00.000Z',
    ],
    // Either the day of the month or the day of the week.
    [
      '0 2 1 * 1',
      '2026-11-24T12:00:00Z',
      undefined,
      '2026-11-30T02:00:00.000Z',
    ],
    [
      '0 0 29 2 *',
      '2026-11-24T12:00:00Z',
      undefined,
      '2028-02-29T00:00:00.000Z',
    ],
    ['0 0 31 2 *', '2026-11-24T12:00:00Z', undefined, undefined],
    [
      '30 11 * * *',
      '2026-11-24T12:00:00Z',
      'America/New_York',
      '2026-11-24T16:30:00.000Z',
    ],
    // Summer time begins: there is no 02:30, it is taken up an hour later.
    [
      '30 2 * * *',
      '2027-03-27T12:00:00Z',
      'Europe/Berlin',
      '2027-03-28T01:30:00.000Z',
    ],
    // It ends: once is enough.
    [
      '30 2 * * *',
      '2026-10-25T00:30:00Z',
      'Europe/Berlin',
      '2026-10-26T01:30:00.000Z',
    ],
    ['0 2 * * *', '2026-11-24T02:00:00Z', 'Mars/Olympus', undefined],
    ['@every 5m', '2026-11-24T02:00:00Z', undefined, undefined],
    ['0 2 L * *', '2026-11-24T02:00:00Z', undefined, undefined],
    ['* * * * * *', '2026-11-24T02:00:00Z', undefined, undefined],
    ['2026-12-24T00:00:00', '2026-11-24T02:00:00Z', undefined, undefined],
    ['', '2026-11-24T02:00:00Z', undefined, undefined],
  ])('%s after %s in %s', (schedule, from, timeZone, expected) => {
    expect(next(schedule, from, timeZone)).toBe(expected);
  });

  it('answers the same whatever it was asked before', () => {
    const schedule = Schedule.parse({ schedule: '0 * * * *' });
    const from = Date.parse('2026-11-24T02:00:00Z');
    const ask = (minutes: number) =>
      toInstant(schedule?.after(from + minutes * 60_000) ?? NaN).slice(11, 16);
    expect([0, 59, 60, -1, 0, 61, 600, 30].map(ask)).toEqual([
      '03:00',
      '03:00',
      '04:00',
      '02:00',
      '03:00',
      '04:00',
      '13:00',
      '03:00',
    ]);
  });

  it('is by the clock of the cluster', () => {
    const schedule = Schedule.parse({ schedule: '0 14 * * *' }, 3_600_000);
    const due = Date.parse('2026-11-24T13:00:00Z');
    expect(schedule?.has(due + 400)).toBe(true);
    expect(schedule?.after(due - 1)).toBe(due);
  });
});
