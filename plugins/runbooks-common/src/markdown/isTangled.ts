import { opensEmphases } from './opensEmphases';

/** Longer pieces without a place to cut them are no text that somebody wrote. */
const TEXT_MAX_COUNT = 96 * 1024;

/** More marks than this in one piece are not taken for Markdown. */
const MARKS_MAX_COUNT = 2000;

/** Deeper lists and quotes are not taken for Markdown. */
const DEPTH_MAX_COUNT = 40;

/** The time that a word takes grows with the square of its length, for it may be an address. */
const LONG_WORD = /\S{4000}/;

const CONTAINERS = new RegExp(
  `^(?:[ \\t]*(?:>|[-*+][ \\t]|\\d{1,9}[.)][ \\t])){${DEPTH_MAX_COUNT}}`,
  'm',
);
const INDENTED_ITEM = new RegExp(
  `^[ \\t]{${DEPTH_MAX_COUNT * 2},}(?:[-*+]|\\d{1,9}[.)])[ \\t]`,
  'm',
);

/**
 * Whether a piece of Markdown would take the parser very long: thousands of brackets that open,
 * words and emphases without an end, lists within lists within lists. It is shown as it stands then.
 * @public
 */
export function isTangled(text: string): boolean {
  return (
    text.length > TEXT_MAX_COUNT ||
    LONG_WORD.test(text) ||
    CONTAINERS.test(text) ||
    INDENTED_ITEM.test(text) ||
    opensEmphases(text) ||
    ['[', '`', '<', '*', '_', '~', '&', '|', '\\'].some(
      mark =>
        text.split(mark, MARKS_MAX_COUNT + 2).length > MARKS_MAX_COUNT + 1,
    )
  );
}
