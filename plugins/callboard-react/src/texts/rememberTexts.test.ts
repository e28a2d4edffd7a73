import { rememberTexts } from './rememberTexts';

function remembered() {
  const t = jest.fn(
    (key: string, options?: Record<string, unknown>) =>
      `${key} ${Object.values(options ?? {}).join(' ')}`,
  );
  return { t, texts: rememberTexts(t) };
}

describe('rememberTexts', () => {
  it('translates what is alike once', () => {
    const { t, texts } = remembered();
    const told = [
      texts('a'),
      texts('a'),
      texts('b', { count: 1 }),
      texts('b', { count: 1 }),
    ];
    expect(told).toEqual(['a ', 'a ', 'b 1', 'b 1']);
    expect(t).toHaveBeenCalledTimes(2);
  });

  it.each([
    [{ count: 1 }, { count: 2 }],
    [{ count: 1 }, { other: 1 }],
    [
      { a: 'x', b: 'y' },
      { a: 'y', b: 'x' },
    ],
    [{ a: 'x' }, undefined],
  ])('tells %j and %j apart', (one, other) => {
    const { t, texts } = remembered();
    texts('a', one);
    texts('a', other);
    expect(t).toHaveBeenCalledTimes(2);
  });

  it('translates anew what holds an element', () => {
    const { t, texts } = remembered();
    const element = { type: 'b' };
    texts('a', { element });
    texts('a', { element });
    expect(t).toHaveBeenCalledTimes(2);
  });

  it('does not grow without end', () => {
    const { t, texts } = remembered();
    for (let count = 0; count <= 2_000; count++) {
      texts('a', { count });
    }
    texts('a', { count: 2_000 });
    expect(t).toHaveBeenCalledTimes(2_001);
    texts('a', { count: 0 });
    expect(t).toHaveBeenCalledTimes(2_002);
  });
});
