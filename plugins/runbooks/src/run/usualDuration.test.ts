import type { Run } from '@callboard/plugin-runbooks-common';
import { aRun } from '../__testUtils__/FakeRuns';
import { usualDuration } from './usualDuration';

const MINUTE_MS = 60_000;

function took(minutes: number, change: Partial<Run> = {}): Run {
  const startedAt = '2026-11-26T03:00:00.000Z';
  return aRun({
    startedAt,
    finishedAt: new Date(
      Date.parse(startedAt) + minutes * MINUTE_MS,
    ).toISOString(),
    outcome: 'fixed',
    ...change,
  });
}

describe('how long runs usually take', () => {
  it.each<[string, Run[], number | undefined]>([
    ['the one in the middle', [took(90), took(9), took(11)], 11],
    ['the longer of two in the middle', [1, 2, 3, 4].map(m => took(m)), 3],
    ['two say nothing', [took(9), took(11)], undefined],
    [
      'nor do those that were written down afterwards',
      [took(0), took(0.5), took(9), took(11)],
      undefined,
    ],
    [
      'nor do dry runs, and those that go on',
      [
        took(9),
        took(11),
        took(12, { dryRun: true }),
        took(12, { finishedAt: undefined, outcome: undefined }),
      ],
      undefined,
    ],
  ])('%s', (_, runs, minutes) => {
    expect(usualDuration(runs)).toBe(minutes && minutes * MINUTE_MS);
  });
});
