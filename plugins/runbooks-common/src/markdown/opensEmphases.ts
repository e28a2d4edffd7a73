/** More emphases of a kind that wait for their end are not taken for Markdown. */
const OPEN_MAX_COUNT = 200;

const RUNS = /([*_~])\1*/g;
const SPACE = /\s/;
const EDGE = /[\s\p{P}\p{S}]/u;

/**
 * Whether very many emphases are open at once, one within the other: the time that the parser takes
 * grows with more than the square of them.
 */
export function opensEmphases(text: string): boolean {
  return text.split(/\n[ \t]*\n/).some(opensInParagraph);
}

function opensInParagraph(text: string): boolean {
  const open = new Map<string, number>();
  for (const { 0: run, 1: mark, index } of text.matchAll(RUNS)) {
    const before = text.charAt(index - 1) || ' ';
    const after = text.charAt(index + run.length) || ' ';
    const opens = EDGE.test(before) && !SPACE.test(after);
    const closes = EDGE.test(after) && !SPACE.test(before);
    const count = open.get(mark) ?? 0;
    if (opens && !closes) {
      open.set(mark, count + run.length);
    } else if (closes && !opens) {
      open.set(mark, Math.max(0, count - run.length));
    }
    if (count > OPEN_MAX_COUNT) {
      return true;
    }
  }
  return false;
}
