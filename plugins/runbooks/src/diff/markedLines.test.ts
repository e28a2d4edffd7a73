import { diffWords } from './diffWords';
import { markedLines } from './markedLines';

function shown(before: string, after: string, side: 'removed' | 'added') {
  return markedLines(diffWords(before, after), side).map(line =>
    line.map(({ text, marked }) => (marked ? `[${text}]` : text)).join(''),
  );
}

describe('markedLines', () => {
  it('marks on each side what the other does not have', () => {
    expect(shown('scale one', 'drain one', 'removed')).toEqual(['[scale] one']);
    expect(shown('scale one', 'drain one', 'added')).toEqual(['[drain] one']);
  });

  it('goes on over line ends', () => {
    expect(shown('a\nb', 'a\nx y\nb', 'added')).toEqual(['a', '[x y]', 'b']);
  });
});
