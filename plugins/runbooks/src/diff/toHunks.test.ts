import { diffLines } from './diffLines';
import { toHunks } from './toHunks';

const text = (...lines: string[]) => lines.join('\n');
const TEN = Array.from({ length: 10 }, (_, i) => `${i + 1}`);

describe('toHunks', () => {
  it('shows lines around a change and folds the others', () => {
    const after = TEN.map(line => (line === '6' ? 'six' : line));
    expect(toHunks(diffLines(text(...TEN), text(...after)), 1)).toEqual([
      { kind: 'folded', count: 4 },
      { kind: 'same', lines: ['5'], beforeLine: 5, afterLine: 5 },
      {
        kind: 'changed',
        before: ['6'],
        after: ['six'],
        beforeLine: 6,
        afterLine: 6,
      },
      { kind: 'same', lines: ['7'], beforeLine: 7, afterLine: 7 },
      { kind: 'folded', count: 3 },
    ]);
  });

  it('folds all of two equal texts', () => {
    expect(toHunks(diffLines(text(...TEN), text(...TEN)), 3)).toEqual([
      { kind: 'folded', count: 10 },
    ]);
  });

  it('counts lines of both sides for themselves', () => {
    const hunks = toHunks(diffLines(text('a', 'b'), text('x', 'y', 'b')), 3);
    expect(hunks[1]).toMatchObject({ beforeLine: 2, afterLine: 3 });
  });

  it('cuts a long change into parts', () => {
    const long = Array.from({ length: 250 }, (_, i) => `${i}`);
    const hunks = toHunks(diffLines('old', text(...long)), 3);
    expect(
      hunks.map(hunk => hunk.kind === 'changed' && hunk.after.length),
    ).toEqual([100, 100, 50]);
  });
});
