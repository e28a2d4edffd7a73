import { anEdited } from '../__testUtils__/editorBuilders';
import { joinRunbooks } from './joinRunbooks';

const BASE = anEdited({ content: 'a\nb\nc\nd\ne\n' });

describe('joinRunbooks', () => {
  it('joins changes of different lines and counts those of the other', () => {
    const joined = joinRunbooks({
      base: BASE,
      theirs: { ...BASE, content: 'A\nb\nc\nd\ne\n' },
      mine: { ...BASE, content: 'a\nb\nc\nd\nE\n' },
    });
    expect(joined).toMatchObject({ places: [], takenCount: 1 });
    expect(joined.edited.content).toBe('A\nb\nc\nd\nE\n');
  });

  it('leaves mine where both changed a line, and says where that is', () => {
    const { edited, places } = joinRunbooks({
      base: BASE,
      theirs: { ...BASE, content: 'a\nb\ntheirs\nd\ne\n' },
      mine: { ...BASE, content: 'a\nb\nmine\nd\ne\n' },
    });
    expect(edited.content).toBe('a\nb\nmine\nd\ne\n');
    expect(places).toHaveLength(1);
    const [place] = places;
    expect(place).toMatchObject({
      kind: 'text',
      base: 'c\n',
      theirs: 'theirs\n',
    });
    expect(
      place.kind === 'text' && edited.content.slice(place.from, place.to),
    ).toBe('mine\n');
  });

  it.each([
    ['only they changed it', { title: 'T' }, {}, 'T', 0],
    ['only I changed it', {}, { title: 'M' }, 'M', 0],
    ['both changed it alike', { title: 'T' }, { title: 'T' }, 'T', 0],
    ['both changed it', { title: 'T' }, { title: 'M' }, 'M', 1],
  ])('of a title, where %s', (_name, theirs, mine, title, open) => {
    const joined = joinRunbooks({
      base: BASE,
      theirs: { ...BASE, ...theirs },
      mine: { ...BASE, ...mine },
    });
    expect(joined.edited.title).toBe(title);
    expect(joined.places).toHaveLength(open);
  });

  it('joins lists entry by entry', () => {
    const joined = joinRunbooks({
      base: { ...BASE, tags: ['stays', 'theirs drop', 'I drop'] },
      theirs: { ...BASE, tags: ['stays', 'I drop', 'theirs add'] },
      mine: { ...BASE, tags: ['stays', 'theirs drop', 'I add'] },
    });
    expect(joined.edited.tags).toEqual(['stays', 'I add', 'theirs add']);
    expect(joined).toMatchObject({ places: [], takenCount: 1 });
  });

  it('keeps the pin that either changed', () => {
    const joined = joinRunbooks({
      base: BASE,
      theirs: { ...BASE, pinned: true },
      mine: { ...BASE, tags: [] },
    });
    expect(joined.edited).toMatchObject({ pinned: true, tags: [] });
  });
});
