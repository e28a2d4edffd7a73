import type { RunNote } from './RunNote';
import { readNotes, writeNotes } from './noteText';

describe('notes as text', () => {
  it.each<[string, RunNote[]]>([
    ['none', []],
    ['nothing but its number', [{ n: 1, t: 2 }]],
    [
      'everything',
      [
        {
          n: 3,
          t: 4,
          b: 1,
          c: 'Started by "timer" -',
          s: 'abc',
          a: 'Ana',
          r: { failed: 1, skipped: 2, total: 3 },
          f: { name: 'Test, [all]' },
        },
        { n: 2, t: 3, r: null, f: null },
        { n: 1, t: 2, c: 'x', f: { name: '-' } },
      ],
    ],
    [
      'causes that repeat, change, are not known and come back',
      [
        { n: 6, t: 6, c: 'push' },
        { n: 5, t: 5, c: 'push', s: 'abc' },
        { n: 4, t: 4, c: 'timer' },
        { n: 3, t: 3 },
        { n: 2, t: 2 },
        { n: 1, t: 1, c: 'push' },
      ],
    ],
  ])('come back as they were: %s', (_, notes) => {
    expect(readNotes(writeNotes(notes))).toEqual(notes);
  });
});
