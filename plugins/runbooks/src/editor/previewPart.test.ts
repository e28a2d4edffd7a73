import { previewPart } from './previewPart';

const filler = 'A line of text.\n'.repeat(2000);

describe('previewPart', () => {
  it('shows all of a short text', () => {
    expect(previewPart('# Title\n', 3)).toEqual({
      text: '# Title\n',
      whole: true,
    });
  });

  const long = `# One\n${filler}## Two\n${filler}\`\`\`sh\n## no heading\n\`\`\`\n## Three\nend`;

  it.each([
    ['at the beginning', 0, '# One'],
    ['in the middle', long.indexOf('## Two') + 10, '## Two'],
    ['within a fence', long.indexOf('## no heading') + 2, '## Two'],
    ['at the end', long.length, '## Three'],
  ])('shows the section of the cursor %s', (_name, cursor, heading) => {
    const { text, whole } = previewPart(long, cursor);
    expect(whole).toBe(false);
    expect(text.split('\n')[0]).toBe(heading);
  });

  it('cuts a text without headings at its lines', () => {
    const { text } = previewPart(filler.repeat(4), 70_000);
    expect(text.length).toBeLessThan(41_000);
    expect(text.startsWith('A line of text.')).toBe(true);
  });
});
