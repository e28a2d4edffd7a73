import { ForwardedError } from '@backstage/errors';
import { aRefusal } from '../__testUtils__/FakeRunbookStore';
import { aRun } from '../__testUtils__/FakeRuns';
import { changeFailure, conflictWith } from './changeFailure';

describe('what became of a change that was not taken', () => {
  it.each([
    [403, { kind: 'refused', refusal: { kind: 'forbidden', message: 'no' } }],
    [404, { kind: 'refused', refusal: { kind: 'gone', message: 'no' } }],
    [409, { kind: 'conflict', message: 'no' }],
    [400, { kind: 'refused', refusal: { kind: 'refused', message: 'no' } }],
    [413, { kind: 'refused', refusal: { kind: 'refused', message: 'no' } }],
    [401, { kind: 'lost', message: 'no' }],
    [429, { kind: 'lost', message: 'no' }],
    [503, { kind: 'lost', message: 'no' }],
  ])('%i', async (status, failure) => {
    expect(changeFailure(await aRefusal(status, 'no'))).toEqual(failure);
  });

  it('is lost where there was no answer, and refused where it cannot be read', () => {
    expect(changeFailure(new TypeError('Failed to fetch'))).toEqual({
      kind: 'lost',
      message: 'Failed to fetch',
    });
    expect(changeFailure(new ForwardedError('odd', {})).kind).toBe('refused');
  });
});

describe('why a change does not go with a run', () => {
  it.each([
    ['somebody was first', aRun(), 'overtaken'],
    ['it is over', aRun({ finishedAt: '2026-11-26T03:00:00.000Z' }), 'over'],
  ])('%s', (_, run, kind) => {
    expect(conflictWith(run, 'no')).toEqual({ kind, message: 'no' });
  });
});
