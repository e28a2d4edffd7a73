import { SetIndex } from './SetIndex';

describe('SetIndex', () => {
  const indexOf = (...values: string[]) => {
    const index = SetIndex.create();
    values.forEach(value => index.add('key', value));
    return index;
  };

  it.each<[string, string[], string[], string[]]>([
    ['nothing', [], [], []],
    ['one thing', ['a'], [], ['a']],
    ['the same thing twice', ['a', 'a'], [], ['a']],
    ['several things', ['a', 'b', 'a'], [], ['a', 'b']],
    ['one thing that is gone', ['a'], ['a'], []],
    ['one thing, and another that was never there', ['a'], ['b'], ['a']],
    ['several things of which one is left', ['a', 'b'], ['a'], ['b']],
    ['several things that are gone', ['a', 'b'], ['a', 'b'], []],
  ])('%s', (_, added, deleted, expected) => {
    const index = indexOf(...added);
    deleted.forEach(value => index.delete('key', value));
    expect([...index.get('key')]).toEqual(expected);
  });

  it('passes over what has no key', () => {
    const index = indexOf('a');
    index.add(undefined, 'b');
    index.delete(undefined, 'a');
    expect([...index.get('key')]).toEqual(['a']);
    expect([...index.get('other')]).toEqual([]);
  });
});
