import type { ParsedRunbook, Run } from '@callboard/plugin-runbooks-common';
import { dueAt } from './dueAt';

const START = '2026-11-26T14:00:00.000Z';
const minute = (count: number) =>
  new Date(Date.parse(START) + count * 60_000).toISOString();

function aRun(steps: Run['steps']): Run {
  return {
    id: 'run-1',
    runbookId: 'rb-1',
    runbookVersion: 1,
    title: 'Checkout',
    entityRef: 'component:default/checkout',
    dryRun: false,
    params: {},
    steps,
    startedAt: START,
    startedBy: 'user:default/ana',
    revision: 1,
  };
}

const boxed = (n: number): ParsedRunbook['steps'][number] => ({
  n,
  title: 'Drain',
  section: 'mitigation',
  markdown: '',
  commands: [],
  timeBoxMs: 5 * 60_000,
  line: 1,
  endLine: 1,
  bodyLine: 1,
});

const open = (n: number) => ({ n, title: 'x', state: 'open' as const });

describe('until when a step should be over', () => {
  it.each([
    ['the first counts from the start', [open(1)], 1, minute(5)],
    [
      'the next from when the one before was handled',
      [{ ...open(1), state: 'done' as const, at: minute(3) }, open(2)],
      2,
      minute(8),
    ],
    [
      'one that somebody took from then on',
      [
        { ...open(1), state: 'done' as const, at: minute(3) },
        { ...open(2), by: 'user:default/ana', at: minute(4) },
      ],
      2,
      minute(9),
    ],
  ])('%s', (_, steps, n, instant) => {
    expect(dueAt(aRun(steps), boxed(n))).toBe(Date.parse(instant));
  });

  it('is open-ended without a time box', () => {
    const { timeBoxMs, ...step } = boxed(1);
    expect(dueAt(aRun([open(1)]), step)).toBeUndefined();
    expect(dueAt(aRun([]), undefined)).toBeUndefined();
  });
});
