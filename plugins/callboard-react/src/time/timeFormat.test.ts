import { createTimeFormat } from './timeFormat';

const now = Date.parse('2026-11-24T13:40:00Z');
const format = createTimeFormat({ locale: 'en-GB', timeZone: 'Europe/Paris' });

describe('createTimeFormat', () => {
  it.each([
    ['2026-11-24T13:02:00Z', '14:02'],
    ['2026-11-23T23:30:00Z', '00:30'],
    ['2026-11-23T15:30:00Z', 'Mon 16:30'],
    ['2026-11-19T10:00:00Z', 'Thu 11:00'],
    ['2026-11-17T10:00:00Z', '17 Nov'],
    ['2025-11-17T10:00:00Z', '17 Nov 2025'],
    ['2026-11-24T14:02:00Z', '15:02'],
  ])('writes %s as %s', (at, expected) => {
    expect(format.short(Date.parse(at), now)).toBe(expected);
  });

  it('names seconds, zone and the full stamp', () => {
    expect(format.seconds(now)).toBe('14:40:00');
    expect(format.zone(now)).toMatch(/CET|GMT\+1/);
    expect(format.full(now)).toMatch(/Tue.*24 Nov 2026.*14:40:00/);
  });
});
