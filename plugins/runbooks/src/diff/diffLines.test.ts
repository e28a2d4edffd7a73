import { diffLines, type DiffBlock } from './diffLines';

function shown(blocks: readonly DiffBlock[]): string[] {
  return blocks.flatMap(block =>
    block.kind === 'same'
      ? block.lines.map(line => `  ${line}`)
      : [
          ...block.before.map(line => `- ${line}`),
          ...block.after.map(line => `+ ${line}`),
        ],
  );
}

const sideOf = (blocks: readonly DiffBlock[], side: 'before' | 'after') =>
  blocks
    .flatMap(block => (block.kind === 'same' ? block.lines : block[side]))
    .join('\n');

describe('diffLines', () => {
  it.each([
    ['equal texts', 'a\nb', 'a\nb', ['  a', '  b']],
    ['a changed line', 'a\nb\nc', 'a\nx\nc', ['  a', '- b', '+ x', '  c']],
    ['an added line', 'a\nc', 'a\nb\nc', ['  a', '+ b', '  c']],
    ['a removed line', 'a\nb\nc', 'a\nc', ['  a', '- b', '  c']],
    ['a first line', '', 'a', ['- ', '+ a']],
    ['a line end at the end', 'a', 'a\n', ['  a', '+ ']],
    ['another kind of line end', 'a\r\nb', 'a\nb', ['- a\r', '+ a', '  b']],
  ])('%s', (_name, before, after, expected) => {
    expect(shown(diffLines(before, after))).toEqual(expected);
  });

  it('finds what changed in a long text, and keeps what moved as one block', () => {
    const lines = Array.from({ length: 3000 }, (_, i) => `line ${i}`);
    const moved = [...lines.slice(0, 100), ...lines.slice(200)];
    moved.splice(2000, 0, ...lines.slice(100, 200));
    moved[2500] = 'changed';
    const blocks = diffLines(lines.join('\n'), moved.join('\n'));
    expect(blocks.filter(({ kind }) => kind === 'changed')).toEqual([
      { kind: 'changed', before: lines.slice(100, 200), after: [] },
      { kind: 'changed', before: [], after: lines.slice(100, 200) },
      { kind: 'changed', before: ['line 2500'], after: ['changed'] },
    ]);
  });

  it('keeps every line of two texts that have nothing in common', () => {
    const text = (word: string) =>
      Array.from({ length: 20_000 }, (_, i) => `${word} ${i % 7}`).join('\n');
    const blocks = diffLines(text('old'), text('new'));
    expect(sideOf(blocks, 'before')).toBe(text('old'));
    expect(sideOf(blocks, 'after')).toBe(text('new'));
  });

  it('keeps every line of two texts whose lines repeat', () => {
    const text = (step: number) =>
      Array.from({ length: 5000 }, (_, i) => `${(i * step) % 11}`).join('\n');
    const blocks = diffLines(text(3), text(5));
    expect(sideOf(blocks, 'before')).toBe(text(3));
    expect(sideOf(blocks, 'after')).toBe(text(5));
  });
});
