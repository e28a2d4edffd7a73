import type { DiffBlock } from './diffLines';

/** What a comparison shows, one under the other. */
export type Hunk =
  | {
      readonly kind: 'same';
      readonly lines: readonly string[];
      readonly beforeLine: number;
      readonly afterLine: number;
    }
  | {
      readonly kind: 'changed';
      readonly before: readonly string[];
      readonly after: readonly string[];
      readonly beforeLine: number;
      readonly afterLine: number;
    }
  /** Lines that are the same and not shown. */
  | { readonly kind: 'folded'; readonly count: number };

/** A long change comes in parts, so that each is shown by itself. */
const PART_LINES_COUNT = 100;

function partsOf(
  block: Extract<DiffBlock, { kind: 'changed' }>,
): { before: readonly string[]; after: readonly string[] }[] {
  const { before, after } = block;
  const longest = Math.max(before.length, after.length);
  return Array.from(
    { length: Math.ceil(longest / PART_LINES_COUNT) },
    (_, i) => {
      const from = i * PART_LINES_COUNT;
      return {
        before: before.slice(from, from + PART_LINES_COUNT),
        after: after.slice(from, from + PART_LINES_COUNT),
      };
    },
  );
}

/** Changes with a few lines around them; what lies between is folded. Lines count from 1. */
export function toHunks(
  blocks: readonly DiffBlock[],
  contextCount: number,
): Hunk[] {
  const hunks: Hunk[] = [];
  let beforeLine = 1;
  let afterLine = 1;
  const same = (lines: readonly string[]) => {
    if (lines.length > 0) {
      hunks.push({ kind: 'same', lines, beforeLine, afterLine });
      beforeLine += lines.length;
      afterLine += lines.length;
    }
  };
  blocks.forEach((block, i) => {
    if (block.kind === 'changed') {
      for (const { before, after } of partsOf(block)) {
        hunks.push({ kind: 'changed', before, after, beforeLine, afterLine });
        beforeLine += before.length;
        afterLine += after.length;
      }
      return;
    }
    const { lines } = block;
    const headCount = i > 0 ? contextCount : 0;
    const tailCount = i < blocks.length - 1 ? contextCount : 0;
    const count = lines.length - headCount - tailCount;
    // Folding a single line would cost a line.
    if (count <= 1) {
      same(lines);
      return;
    }
    same(lines.slice(0, headCount));
    hunks.push({ kind: 'folded', count });
    beforeLine += count;
    afterLine += count;
    same(lines.slice(lines.length - tailCount));
  });
  return hunks;
}
