import { diffWords } from './diffWords';

const MARKS = { same: ['', ''], removed: ['[-', '-]'], added: ['[+', '+]'] };

function marked(before: string, after: string): string {
  return diffWords(before, after)
    .map(({ kind, text }) => MARKS[kind].join(text))
    .join('');
}

describe('diffWords', () => {
  it.each([
    ['nothing', 'scale one', 'scale one', 'scale one'],
    ['one word', 'scale one', 'drain one', '[-scale-][+drain+] one'],
    [
      'words at the end',
      'one by one.',
      'one by one, 60 s.',
      'one by one[+, 60 s+].',
    ],
    ['two words in a row', 'a b c d', 'a x y d', 'a [-b c-][+x y+] d'],
    ['letters of any script', 'тест один', 'тест два', 'тест [-один-][+два+]'],
    ['an empty side', '', 'new', '[+new+]'],
  ])('marks %s', (_name, before, after, expected) => {
    expect(marked(before, after)).toBe(expected);
  });

  it('marks a very long passage as a whole', () => {
    const long = 'word '.repeat(5000);
    expect(diffWords(long, `${long}more`)).toEqual([
      { kind: 'removed', text: long },
      { kind: 'added', text: `${long}more` },
    ]);
  });
});
