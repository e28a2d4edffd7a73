import { inChunks } from './inChunks';

const PARAGRAPH = `${'Some words. '.repeat(90)}\n\n`;

describe('a text in chunks', () => {
  it.each([
    ['nothing', '\n\n', []],
    ['a short text', 'One.\n\n## Two', [7]],
  ])('leaves %s as it is', (_name, markdown, lines) => {
    expect(inChunks({ markdown, line: 7 }).map(({ line }) => line)).toEqual(
      lines,
    );
  });

  it('cuts a long text, and knows where each chunk begins', () => {
    const markdown = PARAGRAPH.repeat(40);
    const chunks = inChunks({ markdown, line: 7 });
    expect(chunks.length).toBeGreaterThan(2);
    expect(chunks.map(chunk => chunk.markdown).join('')).toBe(markdown);
    const lines = `${'\n'.repeat(6)}${markdown}`.split('\n');
    for (const chunk of chunks) {
      expect(lines.slice(chunk.line - 1).join('\n')).toMatch(/^Some words/);
      expect(lines.slice(chunk.line - 1).join('\n')).toContain(chunk.markdown);
    }
  });
});
