import { ChangeSet, Text } from '@codemirror/state';
import { changesBetween } from './changesBetween';

describe('changesBetween', () => {
  it.each([
    ['nothing', 'a\nb', 'a\nb'],
    ['a line', 'a\nb\nc', 'a\nx\nc'],
    ['the last line', 'a\nb', 'a\nx'],
    ['the only line', 'a', 'b'],
    ['lines added at the end', 'a', 'a\nb\nc'],
    ['lines removed at the end', 'a\nb\nc', 'a'],
    ['a line end at the end', 'a', 'a\n'],
    ['all of it removed', 'a\nb', ''],
    ['all of it added', '', 'a\nb\n'],
    ['a change in the middle and at the end', 'a\nb\nc\nd', 'a\nB\nc\nD\ne'],
    ['a line end at the end gone', 'a\n', 'a'],
  ])('makes one text the other: %s', (_name, before, after) => {
    const set = ChangeSet.of(changesBetween(before, after), before.length);
    const text = set.apply(Text.of(before.split('\n')));
    expect(text.toString()).toBe(after);
  });

  it('leaves alone what stays', () => {
    const set = ChangeSet.of(changesBetween('a\nb\nc', 'x\nb\nc'), 5);
    expect(set.mapPos(4)).toBe(4);
    expect(set.touchesRange(3, 5)).toBe(false);
  });
});
