/** Chunks shorter than this, in characters and in lines, go on with the next heading. */
const HEADING_AFTER = { characters: 2048, lines: 40 };

/** Longer chunks end at the next paragraph or item. */
const CUT_AFTER = { characters: 8192, lines: 120 };

const HEADING = /^#{1,6}(?:\s|$)/;
const FENCE = /^\s*(?:>\s*|[-*+]\s+|\d{1,9}[.)]\s+)*(`{3,}|~{3,})/;
const ITEM = /^(?:[-*+]|\d{1,9}[.)])\s/;
const HTML_OPENS = /<!--|<(?:pre|script|style|textarea)\b|<\?|<!\[CDATA\[/i;
const HTML_CLOSES = /-->|<\/(?:pre|script|style|textarea)>|\?>|\]\]>/i;

/** A piece of a text, from the first of its characters up to that behind it. @public */
export interface Chunk {
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts a text into pieces that can be read by themselves: the parser takes much more than twice the
 * time for twice the text. It is cut where nothing can be open: before headings, and in long pieces
 * between paragraphs and items.
 * @public
 */
export function chunksOf(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let begin = 0;
  let fence: string | undefined;
  let html = false;
  let blank = true;
  let lines = 0;
  for (let at = 0; at < text.length; ) {
    const stop = text.indexOf('\n', at);
    const end = stop === -1 ? text.length : stop + 1;
    const line = text.slice(at, end);
    const size = { characters: at - begin, lines };
    if (
      fence === undefined &&
      !html &&
      ((isAbove(size, HEADING_AFTER) && HEADING.test(line)) ||
        (isAbove(size, CUT_AFTER) &&
          (ITEM.test(line) || (blank && /^\S/.test(line)))))
    ) {
      chunks.push({ from: begin, to: at });
      begin = at;
      lines = 0;
    }
    const mark = FENCE.exec(line)?.[1];
    if (fence === undefined) {
      fence = html ? undefined : mark;
    } else if (mark?.startsWith(fence) && /^[`~\s>]*$/.test(line)) {
      fence = undefined;
    }
    if (fence === undefined) {
      html = html
        ? !HTML_CLOSES.test(line)
        : HTML_OPENS.test(line) && !HTML_CLOSES.test(line);
    }
    blank = line.trim() === '';
    at = end;
    lines += 1;
  }
  return [...chunks, { from: begin, to: text.length }];
}

function isAbove(size: typeof CUT_AFTER, limit: typeof CUT_AFTER): boolean {
  return size.characters >= limit.characters || size.lines >= limit.lines;
}
