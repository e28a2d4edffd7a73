import type { Run, RunStep } from '../words';
import { verifies } from './verifies';

const AUTHOR = 'user:default/mira';
const OTHER = 'user:default/tom';

function step(state: RunStep['state'], by: string = OTHER): RunStep {
  return { n: 1, title: 'Look', state, by };
}

function run(steps: RunStep[], more: Partial<Run> = {}): Run {
  return {
    id: 'run',
    runbookId: 'runbook',
    runbookVersion: 1,
    title: 'T',
    entityRef: 'component:default/checkout',
    dryRun: true,
    params: {},
    steps,
    startedAt: '2026-11-20T10:00:00.000Z',
    startedBy: OTHER,
    finishedAt: '2026-11-20T10:05:00.000Z',
    finishedBy: OTHER,
    revision: 1,
    ...more,
  };
}

describe('verifies', () => {
  it.each<[string, Run, boolean]>([
    ['everything was done', run([step('done'), step('done')]), true],
    [
      'something did not apply',
      run([step('done'), step('not-applicable')]),
      true,
    ],
    ['nothing applied', run([step('not-applicable')]), false],
    ['there is nothing to do', run([]), false],
    ['something was skipped', run([step('done'), step('skipped')]), false],
    ['something failed', run([step('done'), step('failed')]), false],
    ['something is open', run([step('done'), step('open')]), false],
    ['it did not help', run([step('done')], { outcome: 'no-help' }), false],
    ['it goes on', run([step('done')], { finishedAt: undefined }), false],
    ['the author ended it', run([step('done')], { finishedBy: AUTHOR }), false],
    ['the author did a step', run([step('done'), step('done', AUTHOR)]), false],
    [
      'the author only began it',
      run([step('done')], { startedBy: AUTHOR }),
      true,
    ],
  ])('where %s', (_, given, expected) => {
    expect(verifies(given, AUTHOR)).toBe(expected);
  });
});
