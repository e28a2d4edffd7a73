import type { Run, RunStep } from '@callboard/plugin-runbooks-common';
import { stepOfRun } from './stepOfRun';

const ANA = 'user:default/ana';
const BEN = 'user:default/ben';

const step = (n: number, change: Partial<RunStep> = {}): RunStep => ({
  n,
  title: `Step ${n}`,
  state: 'open',
  ...change,
});

const aRun = (steps: RunStep[]): Run => ({
  id: 'run-1',
  runbookId: 'rb-1',
  runbookVersion: 1,
  title: 'Checkout',
  entityRef: 'component:default/checkout-api',
  dryRun: false,
  params: {},
  steps,
  startedAt: '2026-11-24T14:00:00.000Z',
  startedBy: BEN,
  revision: 1,
});

describe('stepOfRun', () => {
  it.each([
    ['a step that somebody took', [step(1), step(2, { by: ANA })], ANA, 2],
    [
      'the next one of who ticked last',
      [
        step(1, { state: 'done', by: BEN, at: '2026-11-24T14:01:00.000Z' }),
        step(2, { state: 'skipped', by: ANA, at: '2026-11-24T14:02:00.000Z' }),
        step(3),
      ],
      ANA,
      3,
    ],
    ['the first one of who began', [step(1), step(2)], BEN, 1],
    [
      'none where all are gone through',
      [step(1, { state: 'done', by: ANA })],
      ANA,
      undefined,
    ],
  ])('is %s', (_name, steps, by, n) => {
    expect(stepOfRun(aRun(steps))).toEqual({ by, step: n });
  });
});
