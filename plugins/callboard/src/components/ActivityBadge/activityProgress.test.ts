import { activityProgress } from './activityProgress';

const since = '2026-11-24T13:00:00.000Z';
const expectedEndAt = '2026-11-24T13:10:00.000Z';
const startMs = Date.parse(since);
const building = { kind: 'building', message: 'building #812' };

describe('activityProgress', () => {
  it.each([
    ['what the system tells wins', { progress: 0.4, since }, 0, 0.4],
    ['from start and end', { since, expectedEndAt }, 360_000, 0.6],
    ['never quite done', { since, expectedEndAt }, 6_000_000, 0.99],
    ['never below nothing', { since, expectedEndAt }, -1_000, 0],
    ['no estimate', { since }, 60_000, undefined],
    [
      'an end before the start',
      { since: expectedEndAt, expectedEndAt: since },
      0,
      undefined,
    ],
  ])('%s', (_, times, ageMs, expected) => {
    expect(activityProgress({ ...building, ...times }, startMs + ageMs)).toBe(
      expected,
    );
  });
});
