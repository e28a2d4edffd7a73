import type { StepChange } from '@callboard/plugin-runbooks-common';
import { aRun } from '../__testUtils__/FakeRuns';
import type { PendingChange } from './changeQueue';
import { shownRun } from './shownRun';

const AT = '2026-11-26T03:00:00.000Z';
const ME = 'user:default/mira.okafor';
const ANA = 'user:default/ana';

const pending = (n: number, change: StepChange): PendingChange => ({
  id: `${n}`,
  n,
  change,
  madeAtMs: Date.parse(AT),
});

const run = aRun({
  steps: [
    { n: 1, title: 'Look', state: 'done', by: ANA, at: AT, note: 'Seen' },
    { n: 2, title: 'Drain', state: 'open' },
  ],
});

describe('the run as its person sees it', () => {
  it.each<[string, PendingChange[], object[]]>([
    ['nothing waits', [], run.steps],
    [
      'a tick',
      [pending(2, { state: 'done' })],
      [run.steps[0], { state: 'done', by: ME, at: AT }],
    ],
    [
      'a note alone',
      [pending(2, { note: 'x' })],
      [run.steps[0], { state: 'open', note: 'x' }],
    ],
    [
      'one after the other',
      [pending(1, { state: 'open' }), pending(1, { state: 'skipped' })],
      [{ state: 'skipped', by: ME, note: 'Seen' }, run.steps[1]],
    ],
    [
      'what somebody did already stays theirs',
      [pending(1, { state: 'done' })],
      run.steps,
    ],
    [
      'what was refused is not shown as if it were so',
      [
        {
          ...pending(2, { state: 'done' }),
          refusal: { kind: 'forbidden', message: 'no' },
        },
      ],
      run.steps,
    ],
  ])('%s', (_, queue, steps) => {
    expect(shownRun(run, { queue, by: ME }).steps).toMatchObject(steps);
  });

  it('shows a run that is over as it is', () => {
    const over = { ...run, finishedAt: AT };
    const queue = [pending(2, { state: 'done' })];
    expect(shownRun(over, { queue, by: ME })).toBe(over);
  });
});
