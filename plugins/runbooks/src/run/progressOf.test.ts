import type { RunStep } from '@callboard/plugin-runbooks-common';
import { progressOf } from './progressOf';

function steps(...all: (RunStep['state'] | 'taken')[]): RunStep[] {
  return all.map((state, index) => ({
    n: index + 1,
    title: `Step ${index + 1}`,
    ...(state === 'taken'
      ? { state: 'open' as const, by: 'user:default/ana' }
      : { state }),
  }));
}

describe('how far a run has come', () => {
  it.each([
    ['no step', [], { total: 0, handled: 0, skipped: 0 }],
    [
      'nothing done',
      ['open', 'open'],
      { total: 2, handled: 0, skipped: 0, current: 1 },
    ],
    [
      'the first open one is to do',
      ['done', 'skipped', 'failed', 'open', 'open'],
      { total: 5, handled: 3, skipped: 1, current: 4 },
    ],
    [
      'the one that somebody is on goes before',
      ['done', 'open', 'taken'],
      { total: 3, handled: 1, skipped: 0, current: 3 },
    ],
    [
      'everything handled',
      ['done', 'not-applicable'],
      { total: 2, handled: 2, skipped: 1 },
    ],
  ] as const)('%s', (_, states, progress) => {
    expect(progressOf({ steps: steps(...states) })).toEqual(progress);
  });
});
