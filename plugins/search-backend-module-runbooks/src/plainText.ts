/** More than anybody looks for; a text of a megabyte would fill an index by itself. */
const TEXT_MAX_COUNT = 100_000;

/**
 * What a person reads of Markdown: prose and commands, without the signs around them. Every
 * expression looks at a line or less, so that hostile texts cost no more than long ones.
 */
export function plainText(markdown: string): string {
  const lines = withoutFrontMatter(
    markdown.slice(0, TEXT_MAX_COUNT).split(/\r\n|\r|\n/),
  );
  return lines
    .map(plainLine)
    .filter(line => line !== '')
    .join('\n');
}

function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  if (lines[0]?.trimEnd() !== '---') {
    return lines;
  }
  const end = lines.findIndex(
    (line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line),
  );
  return end < 0 ? lines : lines.slice(end + 1);
}

function plainLine(line: string): string {
  // Fences, rules, lines under headings, and lines between the head and the rows of a table.
  if (/^[\s>]*(?:`{3,}|~{3,})/.test(line) || /^[\s|:*_=-]+$/.test(line)) {
    return '';
  }
  return (
    line
      // The same in front of a line, however often: quote, list, task, heading.
      .replace(/^(?:\s|>|#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|\[[ xX]\]\s)+/, '')
      .replace(/^\[!\w{1,20}\]/, '')
      .replace(
        /!?\[([^[\]]{0,500})\]\([^()\s]{0,2000}(?:\s[^()]{0,500})?\)/g,
        '$1',
      )
      .replace(/<\/?[a-zA-Z][^<>]{0,500}\/?>/g, match =>
        // `<namespace>` is a value to fill in, not a tag
        /^<[a-zA-Z][\w-]*>$/.test(match) ? match : ' ',
      )
      .replace(/[`|]|\*\*|__/g, ' ')
      .replace(/\s{1,500}/g, ' ')
      .trim()
  );
}
