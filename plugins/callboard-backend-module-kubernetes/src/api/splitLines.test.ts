import { LineTooLongError, splitLines } from './splitLines';

async function linesOf(chunks: readonly Buffer[], maxBytes = 1_000) {
  async function* stream() {
    yield* chunks;
  }
  const lines: string[] = [];
  for await (const line of splitLines(stream(), { maxBytes })) {
    lines.push(line);
  }
  return lines;
}

describe('splitLines', () => {
  const text = '{"a":"Łódź 🚀"}\n\n{"b":2}\n';

  it.each([1, 2, 3, 5, 1_000])(
    'puts lines together from chunks of %d bytes, whatever characters they cut',
    async size => {
      const bytes = Buffer.from(text);
      const chunks = Array.from(
        { length: Math.ceil(bytes.length / size) },
        (_, index) => bytes.subarray(index * size, (index + 1) * size),
      );
      expect(await linesOf(chunks)).toEqual(['{"a":"Łódź 🚀"}', '', '{"b":2}']);
    },
  );

  it.each([
    ['nothing', [], []],
    ['half a line', ['{"a"'], []],
    ['a line and a half', ['{"a":1}\n{"b'], ['{"a":1}']],
  ])('leaves out what has no end: %s', async (_, chunks, lines) => {
    expect(await linesOf(chunks.map(chunk => Buffer.from(chunk)))).toEqual(
      lines,
    );
  });

  it.each([
    ['in one chunk', ['x'.repeat(11)]],
    ['over chunks', ['x'.repeat(6), 'x'.repeat(6)]],
    ['with its end', [`${'x'.repeat(11)}\n`]],
  ])('refuses a line that is too long, %s', async (_, chunks) => {
    await expect(
      linesOf(
        chunks.map(chunk => Buffer.from(chunk)),
        10,
      ),
    ).rejects.toThrow(LineTooLongError);
  });

  it('takes many short lines, however long they are together', async () => {
    const lines = await linesOf([Buffer.from('12345\n'.repeat(100))], 10);
    expect(lines).toHaveLength(100);
  });
});
