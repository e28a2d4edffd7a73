import type { ChangeSpec } from '@codemirror/state';
import { diffLines } from '../diff/diffLines';

const lengthOf = (lines: readonly string[]) =>
  lines.reduce((sum, line) => sum + line.length + 1, 0);

/**
 * The changes that make one text another, so that the cursor and what can be undone stay where they
 * are.
 */
export function changesBetween(before: string, after: string): ChangeSpec[] {
  const changes: { from: number; to: number; insert: string }[] = [];
  let at = 0;
  for (const block of diffLines(before, after)) {
    if (block.kind === 'same') {
      at += lengthOf(block.lines);
    } else {
      const to = at + lengthOf(block.before);
      changes.push({
        from: at,
        to,
        insert: block.after.map(line => `${line}\n`).join(''),
      });
      at = to;
    }
  }
  return changes.map(change => withoutLastLineEnd(change, before.length));
}

/** Lines are counted with a line end each; the last line of a text has none. */
function withoutLastLineEnd(
  change: { from: number; to: number; insert: string },
  length: number,
) {
  const { from, to, insert } = change;
  if (to <= length && from <= length) {
    return change;
  }
  if (from > length) {
    return { from: length, to: length, insert: `\n${insert.slice(0, -1)}` };
  }
  return insert === '' && from > 0
    ? { from: from - 1, to: length, insert }
    : { from, to: length, insert: insert.slice(0, -1) };
}
