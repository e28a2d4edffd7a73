import {
  nextToSend,
  queueAfter,
  type ChangeQueue,
  type PendingChange,
  type QueueEvent,
} from './changeQueue';

const REFUSAL = { kind: 'overtaken', message: 'Tom did' } as const;

function pending(id: string, change: Partial<PendingChange> = {}) {
  return {
    id,
    n: 1,
    change: { state: 'done' as const, seen: 5 },
    madeAtMs: 0,
    ...change,
  };
}

const A = pending('a');
const B = pending('b', { change: { note: 'x', seen: 5 }, madeAtMs: 1 });
const C = pending('c', { n: 2 });

describe('what becomes of the changes of a run', () => {
  it.each<[string, ChangeQueue, QueueEvent, ChangeQueue]>([
    ['one is made', [A], { type: 'made', pending: C }, [A, C]],
    [
      'a state is taken: what was made of the same step after it knows of that, and of nothing else',
      [A, B, C],
      { type: 'taken', id: 'a', revision: 7 },
      [{ ...B, change: { note: 'x', seen: 5, own: { state: 7 } } }, C],
    ],
    [
      'a note is taken after a state',
      [B, { ...A, madeAtMs: 2, change: { ...A.change, own: { state: 6 } } }],
      { type: 'taken', id: 'b', revision: 7 },
      [
        {
          ...A,
          madeAtMs: 2,
          change: { ...A.change, own: { state: 6, text: 7 } },
        },
      ],
    ],
    [
      'one is taken that was made after others',
      [{ ...A, refusal: REFUSAL }, B],
      { type: 'taken', id: 'b', revision: 7 },
      [{ ...A, refusal: REFUSAL }],
    ],
    [
      'one is refused',
      [A, C],
      { type: 'refused', id: 'a', refusal: REFUSAL },
      [{ ...A, refusal: REFUSAL }, C],
    ],
    [
      'somebody insists',
      [{ ...A, refusal: REFUSAL }, C],
      { type: 'insisted', id: 'a', seen: 9, atMs: 70 },
      [
        {
          ...A,
          refusal: undefined,
          madeAtMs: 70,
          change: { state: 'done', seen: 9 },
        },
        C,
      ],
    ],
    ['somebody drops it', [A, C], { type: 'dropped', id: 'a' }, [C]],
    ['what is not there is dropped', [A], { type: 'dropped', id: 'x' }, [A]],
  ])('%s', (_, before, event, after) => {
    expect(queueAfter(before, event)).toEqual(after);
  });

  it.each<[string, ChangeQueue, PendingChange | undefined]>([
    ['nothing', [], undefined],
    ['the first', [A, C], A],
    ['the first that was not refused', [{ ...A, refusal: REFUSAL }, C], C],
    ['none', [{ ...A, refusal: REFUSAL }], undefined],
  ])('is sent next: %s', (_, queue, next) => {
    expect(nextToSend(queue)).toEqual(next);
  });
});
