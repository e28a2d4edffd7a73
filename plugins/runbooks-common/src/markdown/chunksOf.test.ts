import { chunksOf } from './chunksOf';

const LINE =
  'Some words that fill a line of this text, so that it gets long.\n';
const LONG = LINE.repeat(150);

describe('chunksOf', () => {
  const piecesOf = (text: string) =>
    chunksOf(text).map(({ from, to }) => text.slice(from, to));

  it.each([
    ['before a heading', `# One\n${LONG}## Two\n`, 2],
    ['not before a heading that comes soon', '# One\n\ntext\n\n## Two\n', 1],
    ['between paragraphs', `${LONG}\nNext.\n`, 2],
    ['between items', `- a\n`.repeat(130), 2],
    ['not within a paragraph', `${LONG}${LONG}`, 1],
    [
      'not before a comment of a script',
      `\`\`\`sh\n${LONG}# list\n\nls\n\`\`\`\n`,
      1,
    ],
    [
      'not within a fence that quotes one',
      `~~~md\n${LONG}\`\`\`sh\n# a\n\`\`\`\n# b\n~~~\n`,
      1,
    ],
    ['not within a comment of HTML', `<!--\n${LONG}# not\n\nnot\n-->\n`, 1],
    [
      'not within an item',
      `- a\n\n  ${LINE}${`  ${LINE}`.repeat(150)}\n  # b\n\n  c\n`,
      1,
    ],
    ['after a fence', `\`\`\`sh\n${LONG}\`\`\`\n# Two\n`, 2],
  ])('cuts %s', (_name, text, count) => {
    const pieces = piecesOf(text);
    expect(pieces).toHaveLength(count);
    expect(pieces.join('')).toBe(text);
  });
});
