import type { RunStep } from '@callboard/plugin-runbooks-common';
import { changesOfOthers } from './changesOfOthers';

const ME = 'user:default/mira';
const ANA = 'user:default/ana';

const step = (change: Partial<RunStep>): RunStep => ({
  n: 1,
  title: 'Look',
  state: 'open',
  ...change,
});

describe('what others did', () => {
  it.each<[string, RunStep, RunStep, object[]]>([
    ['nothing', step({ by: ANA }), step({ by: ANA }), []],
    [
      'a step is done',
      step({}),
      step({ state: 'done', by: ANA }),
      [{ n: 1, state: 'done', by: ANA }],
    ],
    ['by oneself', step({}), step({ state: 'done', by: ME }), []],
    [
      'somebody is on it',
      step({}),
      step({ by: ANA }),
      [{ n: 1, state: 'open', by: ANA }],
    ],
    ['a note', step({ by: ANA }), step({ by: ANA, note: 'x' }), []],
  ])('%s', (_, before, after, changes) => {
    expect(
      changesOfOthers(
        { steps: [before] },
        { after: { steps: [after] }, me: ME },
      ),
    ).toEqual(changes);
  });
});
