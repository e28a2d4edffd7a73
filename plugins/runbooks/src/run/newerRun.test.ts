import { aRun } from '../__testUtils__/FakeRuns';
import { newerRun } from './newerRun';

describe('of two answers the newer', () => {
  const known = aRun({ revision: 5 });

  it.each([
    ['the first', undefined, aRun({ revision: 1 }), 1],
    ['a newer one', known, aRun({ revision: 6 }), 6],
    ['not an older one', known, aRun({ revision: 4 }), 5],
    ['another run', known, aRun({ id: 'run-2', revision: 1 }), 1],
  ])('%s', (_, before, answer, revision) => {
    expect(newerRun(before, answer).revision).toBe(revision);
  });

  it('is the same object where nothing is new, with values that stay', () => {
    expect(newerRun(known, aRun({ revision: 5 }))).toBe(known);
    expect(newerRun(known, aRun({ revision: 6 })).params).toBe(known.params);
  });
});
