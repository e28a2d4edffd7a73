import { opensEmphases } from './opensEmphases';

describe('opensEmphases', () => {
  it.each([
    ['none', 'text'],
    ['those that end', '*a* **b** _c_ ~~d~~ '.repeat(500)],
    ['those of other paragraphs', '*a\n\n'.repeat(500)],
    ['names with underscores', 'node_memory_bytes_total '.repeat(500)],
    ['bullets', '* a\n'.repeat(500)],
    ['products and times', '2 * 3, 4*5, 0 0 * * 1\n'.repeat(500)],
  ])('does not mind %s', (_name, text) => {
    expect(opensEmphases(text)).toBe(false);
  });

  it.each(['*', '**', '_', '__', '~', '~~'])(
    'finds hundreds of %s that wait for their end',
    mark => {
      const opened = `${mark}a `.repeat(300);
      expect(opensEmphases(opened)).toBe(true);
      expect(opensEmphases(opened + `b${mark} `.repeat(300))).toBe(true);
    },
  );

  it('finds them among ends of another kind', () => {
    expect(opensEmphases('*a b_ c~ '.repeat(300))).toBe(true);
  });
});
