import type { RunStep } from '@callboard/plugin-runbooks-common';
import { activeStep, stepAfter, type ChosenStep } from './activeStep';

const ME = 'user:default/mira';
const ANA = 'user:default/ana';

function steps(...all: (RunStep['state'] | 'mine' | 'anas')[]): RunStep[] {
  return all.map((state, index) => {
    const step = { n: index + 1, title: `Step ${index + 1}` };
    switch (state) {
      case 'mine':
        return { ...step, state: 'open', by: ME };
      case 'anas':
        return { ...step, state: 'open', by: ANA };
      default:
        return { ...step, state };
    }
  });
}

describe('the step that buttons and keys are about', () => {
  it.each<[string, RunStep[], ChosenStep | undefined, number | undefined]>([
    ['the first open one', steps('done', 'open', 'open'), undefined, 2],
    [
      'the one that was gone to',
      steps('open', 'open'),
      { n: 2, wasHandled: false },
      2,
    ],
    [
      'not one that somebody else has handled meanwhile',
      steps('open', 'done'),
      { n: 2, wasHandled: false },
      1,
    ],
    [
      'one that was handled as it was gone to',
      steps('done', 'open'),
      { n: 1, wasHandled: true },
      1,
    ],
    ['not one that is not there', steps('open'), { n: 7, wasHandled: true }, 1],
    ['none', steps('done'), undefined, undefined],
  ])('%s', (_, all, chosen, n) => {
    expect(activeStep(all, chosen)).toBe(n);
  });
});

describe('where one goes on', () => {
  it.each<[string, RunStep[], number, number | undefined]>([
    ['the next open one', steps('done', 'skipped', 'open'), 1, 3],
    ['not where somebody else is', steps('done', 'anas', 'open'), 1, 3],
    ['where one is oneself', steps('done', 'mine'), 1, 2],
    ['not back', steps('open', 'done'), 2, undefined],
  ])('%s', (_, all, n, next) => {
    expect(stepAfter(all, { n, by: ME })).toBe(next);
  });
});
