import { parseJob } from '../api/schemas';
import { noteOf } from './noteOf';
import { steadyReason } from './steadyReason';
import { resultOf } from './toRun';

describe('steadyReason', () => {
  it.each<[string | null, string]>([
    [
      'There are no nodes with the label ‘linux’',
      'There are no nodes with the label ‘linux’',
    ],
    ['In the quiet period. Expires in 4.9 sec', 'In the quiet period'],
    [
      'Build #12 is already in progress (ETA: 5 min 3 sec)',
      'Build #12 is already in progress',
    ],
    [
      'Waiting for\n next  available executor',
      'Waiting for next available executor',
    ],
    ['', 'Jenkins gives no reason'],
    [null, 'Jenkins gives no reason'],
  ])('%j is %j, whenever it is asked', (why, steady) => {
    expect(steadyReason(why)).toBe(steady);
  });
});

describe('resultOf', () => {
  it.each([
    [{ result: 'SUCCESS', building: false }, 'success'],
    [{ result: 'NOT_BUILT', building: false }, 'not-built'],
    [{ result: null, building: true }, undefined],
    [{ result: 'FAILURE', building: true }, undefined],
    [{ result: null, building: false }, 'not-built'],
    [{ result: 'PURPLE', building: false }, 'not-built'],
  ])('%j is %j', (build, result) => {
    expect(resultOf({ number: 1, timestamp: 1, ...build })).toBe(result);
  });
});

describe('noteOf', () => {
  const OWN = 'a'.repeat(40);
  const LIBRARY = 'b'.repeat(40);
  const checkout = (SHA1: string, repository: string) => ({
    lastBuiltRevision: { SHA1 },
    remoteUrls: [`git@git.example:${repository}.git`],
  });
  const commitOf = (actions: readonly object[]) =>
    noteOf(
      { number: 1, timestamp: 1, actions },
      { path: ['shop', 'Checkout', 'main'], changes: undefined },
    ).s;

  it.each<[string, readonly object[], string | undefined]>([
    ['one checkout', [checkout(OWN, 'x/y')], OWN],
    ['the same twice', [checkout(OWN, 'x/y'), checkout(OWN, 'x/y')], OWN],
    [
      'a shared library first',
      [checkout(LIBRARY, 'platform/library'), checkout(OWN, 'shop/checkout')],
      OWN,
    ],
    [
      'two that could be it',
      [checkout(LIBRARY, 'x/y'), checkout(OWN, 'x/z')],
      undefined,
    ],
    ['no commit', [checkout('not a commit', 'shop/checkout')], undefined],
    ['nothing', [{}], undefined],
  ])('tells the commit of %s', (_, actions, commit) => {
    expect(commitOf(actions)).toBe(commit);
  });

  it('takes text from outside as one plain and short line', () => {
    const note = noteOf(
      {
        number: 1,
        timestamp: 1,
        actions: [
          {
            causes: [
              {
                shortDescription: `Started\tby\n\u202e${'x'.repeat(500)}`,
                userName: 'A\tB',
              },
            ],
          },
        ],
      },
      { path: ['a'], changes: undefined },
    );
    expect(note.c).toMatch(/^Started by x+…$/);
    expect(note.c).toHaveLength(100);
    expect(note.a).toBe('A B');
  });
});

describe('parseJob', () => {
  it('drops what is not what it should be, and keeps the rest', () => {
    const job = parseJob({
      name: 'x',
      buildable: 'no',
      builds: [{ number: 1 }, { number: 2, timestamp: 3, result: 4 }],
      lastSuccessfulBuild: [],
    });
    expect(job).toEqual({
      name: 'x',
      buildable: undefined,
      builds: [{ number: 2, timestamp: 3 }],
      lastSuccessfulBuild: undefined,
    });
  });

  it.each([[null], [[]], [{}], [{ name: '' }], [{ name: 3 }]])(
    '%j is no job',
    json => {
      expect(parseJob(json)).toBeUndefined();
    },
  );
});
