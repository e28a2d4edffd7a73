import type { WordChange } from './diffWords';

/** A piece of a line; marked where the other text does not have it. */
export interface LineSegment {
  readonly text: string;
  readonly marked: boolean;
}

/** The lines of one side of a comparison, with its words marked. */
export function markedLines(
  changes: readonly WordChange[],
  side: 'removed' | 'added',
): LineSegment[][] {
  const lines: LineSegment[][] = [[]];
  for (const { kind, text } of changes) {
    if (kind === 'same' || kind === side) {
      text.split('\n').forEach((piece, i) => {
        if (i > 0) {
          lines.push([]);
        }
        if (piece !== '') {
          lines[lines.length - 1].push({ text: piece, marked: kind === side });
        }
      });
    }
  }
  return lines;
}
