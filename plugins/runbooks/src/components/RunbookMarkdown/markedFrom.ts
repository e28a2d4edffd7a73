/** A quote that warns of the commands after it. */
const MARK = /^\s*>\s*\[!(?:warning|caution|danger)\]/i;

/**
 * The first line, counted from 1, from which the author warned of what follows: what comes after it
 * needs no warning of ours.
 */
export function markedFrom(markdown: string): number {
  const line = markdown.split('\n').findIndex(one => MARK.test(one));
  return line === -1 ? Infinity : line + 1;
}
