import type { ChangeQueue, PendingChange } from './changeQueue';
import { seenOf } from './seenOf';

function pending(change: Partial<PendingChange> = {}): PendingChange {
  return {
    id: 'a',
    n: 1,
    change: { state: 'done', seen: 3 },
    madeAtMs: 0,
    ...change,
  };
}

const refusal = { kind: 'overtaken', message: 'Tom did' } as const;

describe('as of when a person sees a step', () => {
  it.each<[string, ChangeQueue, number]>([
    ['as the run is', [], 7],
    ['as it was before what waits', [pending()], 3],
    [
      'as it was before the first that waits',
      [pending(), pending({ change: { note: 'x', seen: 5 } })],
      3,
    ],
    ['as it is beside what was refused', [pending({ refusal })], 7],
    ['whatever waits for other steps', [pending({ n: 2 })], 7],
    ['where nothing was seen', [pending({ change: { note: 'x' } })], 7],
  ])('%s', (_, queue, seen) => {
    expect(seenOf({ revision: 7 }, { queue, n: 1 })).toBe(seen);
  });
});
