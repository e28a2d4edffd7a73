import { mergeTexts } from './mergeTexts';

const BASE = 'one\ntwo\nthree\nfour\nfive\n';

describe('mergeTexts', () => {
  it.each([
    { name: 'nobody changed anything', theirs: BASE, mine: BASE, text: BASE },
    {
      name: 'only they did',
      theirs: BASE.replace('two', 'TWO'),
      mine: BASE,
      text: BASE.replace('two', 'TWO'),
    },
    {
      name: 'only I did',
      theirs: BASE,
      mine: BASE.replace('two\n', ''),
      text: BASE.replace('two\n', ''),
    },
    {
      name: 'both did, in different places',
      theirs: BASE.replace('one', 'ONE'),
      mine: BASE.replace('four', 'FOUR'),
      text: BASE.replace('one', 'ONE').replace('four', 'FOUR'),
    },
    {
      name: 'both did the same',
      theirs: BASE.replace('three', 'THREE'),
      mine: BASE.replace('three', 'THREE'),
      text: BASE.replace('three', 'THREE'),
    },
    {
      name: 'one wrote before, one behind',
      theirs: `zero\n${BASE}`,
      mine: `${BASE}six`,
      text: `zero\n${BASE}six`,
    },
  ])('joins the texts where $name', ({ theirs, mine, text }) => {
    const merged = mergeTexts({ base: BASE, theirs, mine });
    expect(merged.text).toBe(text);
  });

  it('says whose each change is', () => {
    expect(
      mergeTexts({
        base: BASE,
        theirs: BASE.replace('one', 'ONE'),
        mine: BASE.replace('five', 'FIVE'),
      }).pieces,
    ).toEqual([
      { kind: 'joined', text: 'ONE\n', by: 'theirs' },
      { kind: 'same', text: 'two\nthree\nfour\n' },
      { kind: 'joined', text: 'FIVE\n', by: 'mine' },
    ]);
  });

  it('leaves to a person what both changed in different ways', () => {
    const merged = mergeTexts({
      base: BASE,
      theirs: BASE.replace('three', 'theirs'),
      mine: BASE.replace('three', 'mine'),
    });
    expect(merged.text).toBeUndefined();
    expect(merged.pieces).toEqual([
      { kind: 'same', text: 'one\ntwo\n' },
      { kind: 'conflict', base: 'three\n', theirs: 'theirs\n', mine: 'mine\n' },
      { kind: 'same', text: 'four\nfive\n' },
    ]);
  });

  it('counts a line that one took away and one changed as a conflict', () => {
    const { pieces } = mergeTexts({
      base: BASE,
      theirs: BASE.replace('three\n', ''),
      mine: BASE.replace('three', '3'),
    });
    expect(pieces).toContainEqual({
      kind: 'conflict',
      base: 'three\n',
      theirs: '',
      mine: '3\n',
    });
  });

  it.each([
    {
      name: 'other ends of lines',
      base: 'a\r\nb\r\n',
      theirs: 'a\r\nb\r\nc',
      mine: 'A\r\nb\r\n',
      text: 'A\r\nb\r\nc',
    },
    { name: 'empty texts', base: '', theirs: '', mine: 'a', text: 'a' },
    {
      name: 'a text that was emptied',
      base: 'a\nb',
      theirs: 'a\nb',
      mine: '',
      text: '',
    },
  ])('keeps every byte of $name', ({ text, ...three }) => {
    expect(mergeTexts(three).text).toBe(text);
  });

  it('loses no line of either side, whatever both do', () => {
    const random = randomNumbers(7);
    for (let round = 0; round < 300; round += 1) {
      const base = lines(random, 12);
      const theirs = edited(base, random, 'theirs');
      const mine = edited(base, random, 'mine');
      const { pieces, text } = mergeTexts({
        base: base.join(''),
        theirs: theirs.join(''),
        mine: mine.join(''),
      });
      const all = pieces
        .map(piece =>
          piece.kind === 'conflict' ? piece.theirs + piece.mine : piece.text,
        )
        .join('');
      const lost = [...theirs, ...mine].filter(
        line => !base.includes(line) && !all.includes(line),
      );
      expect(lost).toEqual([]);
      expect(text === undefined).toBe(
        pieces.some(({ kind }) => kind === 'conflict'),
      );
    }
  });

  it('gives up comparing where every line is like every other', () => {
    const many = 'same\n'.repeat(20_000);
    const merged = mergeTexts({
      base: `a\n${many}b\n`,
      theirs: `A\n${many}B\n`,
      mine: `c\n${many}d\n`,
    });
    expect(merged.pieces).toHaveLength(1);
    expect(merged.pieces[0].kind).toBe('conflict');
  });
});

function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function lines(random: (below: number) => number, count: number): string[] {
  return Array.from({ length: random(count) + 1 }, () => `line ${random(6)}\n`);
}

function edited(
  base: readonly string[],
  random: (below: number) => number,
  who: string,
): string[] {
  return base.flatMap((line, index) => {
    switch (random(6)) {
      case 0:
        return [];
      case 1:
        return [`${who} ${index}\n`];
      case 2:
        return [line, `${who} after ${index}\n`];
      default:
        return [line];
    }
  });
}
