import { diffArrays } from 'diff';

/** Lines that both texts have, or lines of the one in the place of lines of the other. */
export type DiffBlock =
  | { readonly kind: 'same'; readonly lines: readonly string[] }
  | {
      readonly kind: 'changed';
      readonly before: readonly string[];
      readonly after: readonly string[];
    };

/** Which line of the one text is which of the other. */
type Pair = readonly [before: number, after: number];

/** Part of both texts: from inclusive, to exclusive. */
interface Area {
  readonly beforeFrom: number;
  readonly beforeTo: number;
  readonly afterFrom: number;
  readonly afterTo: number;
}

/** Up to here the exact way is fast enough. */
const SMALL_LINES_COUNT = 400;
/** What is further apart than this is shown as replaced: nobody reads so many changes one by one. */
const FAR_APART_COUNT = 800;

/** Gives equal lines equal numbers: comparing those is cheap. */
function numberLines(texts: readonly (readonly string[])[]): number[][] {
  const numbers = new Map<string, number>();
  return texts.map(lines =>
    lines.map(line => {
      const known = numbers.get(line);
      if (known !== undefined) {
        return known;
      }
      numbers.set(line, numbers.size);
      return numbers.size - 1;
    }),
  );
}

/** Where each value stands that stands there once only. */
function placesOfUnique(
  values: readonly number[],
  from: number,
  to: number,
): Map<number, number> {
  const places = new Map<number, number>();
  for (let i = from; i < to; i++) {
    places.set(values[i], places.has(values[i]) ? -1 : i);
  }
  return places;
}

/** The most pairs that keep their order on both sides; they come ordered by the first. */
function longestRising(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, after], i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (pairs[tails[middle]][1] < after) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    previous[i] = low > 0 ? tails[low - 1] : -1;
    tails[low] = i;
  });
  const rising: Pair[] = [];
  for (let i = tails[tails.length - 1] ?? -1; i >= 0; i = previous[i]) {
    rising.push(pairs[i]);
  }
  return rising.reverse();
}

/**
 * Pairs up the lines of two texts. Lines that both have once are held on to first, which keeps a
 * megabyte fast and a moved section readable; what lies between two of them is compared exactly.
 */
class LineMatcher {
  readonly #before: readonly number[];
  readonly #after: readonly number[];
  readonly #pairs: Pair[] = [];

  constructor(before: readonly number[], after: readonly number[]) {
    this.#before = before;
    this.#after = after;
  }

  match(): readonly Pair[] {
    this.#matchArea({
      beforeFrom: 0,
      beforeTo: this.#before.length,
      afterFrom: 0,
      afterTo: this.#after.length,
    });
    return this.#pairs;
  }

  #matchArea(area: Area): void {
    const { beforeTo, afterTo } = area;
    let { beforeFrom, afterFrom } = area;
    while (
      beforeFrom < beforeTo &&
      afterFrom < afterTo &&
      this.#before[beforeFrom] === this.#after[afterFrom]
    ) {
      this.#pairs.push([beforeFrom++, afterFrom++]);
    }
    let tail = 0;
    while (
      beforeTo - tail > beforeFrom &&
      afterTo - tail > afterFrom &&
      this.#before[beforeTo - tail - 1] === this.#after[afterTo - tail - 1]
    ) {
      tail++;
    }
    this.#matchMiddle({
      beforeFrom,
      afterFrom,
      beforeTo: beforeTo - tail,
      afterTo: afterTo - tail,
    });
    for (; tail > 0; tail--) {
      this.#pairs.push([beforeTo - tail, afterTo - tail]);
    }
  }

  #matchMiddle(area: Area): void {
    const { beforeTo, afterTo } = area;
    let { beforeFrom, afterFrom } = area;
    if (beforeFrom === beforeTo || afterFrom === afterTo) {
      return;
    }
    const small =
      beforeTo - beforeFrom + (afterTo - afterFrom) <= SMALL_LINES_COUNT;
    const anchors = small ? [] : this.#anchorsOf(area);
    if (anchors.length === 0) {
      this.#matchExactly(area);
      return;
    }
    for (const [before, after] of anchors) {
      this.#matchArea({
        beforeFrom,
        afterFrom,
        beforeTo: before,
        afterTo: after,
      });
      this.#pairs.push([before, after]);
      beforeFrom = before + 1;
      afterFrom = after + 1;
    }
    this.#matchArea({ beforeFrom, afterFrom, beforeTo, afterTo });
  }

  #anchorsOf(area: Area): Pair[] {
    const { beforeFrom, beforeTo, afterFrom, afterTo } = area;
    const before = placesOfUnique(this.#before, beforeFrom, beforeTo);
    const after = placesOfUnique(this.#after, afterFrom, afterTo);
    const pairs: Pair[] = [];
    before.forEach((place, value) => {
      const other = after.get(value) ?? -1;
      if (place >= 0 && other >= 0) {
        pairs.push([place, other]);
      }
    });
    return longestRising(pairs.sort((a, b) => a[0] - b[0]));
  }

  #matchExactly(area: Area): void {
    let { beforeFrom: before, afterFrom: after } = area;
    const changes = diffArrays(
      this.#before.slice(before, area.beforeTo),
      this.#after.slice(after, area.afterTo),
      { maxEditLength: FAR_APART_COUNT },
    );
    for (const { added, removed, value } of changes ?? []) {
      if (added) {
        after += value.length;
      } else if (removed) {
        before += value.length;
      } else {
        for (const _ of value) {
          this.#pairs.push([before++, after++]);
        }
      }
    }
  }
}

/** What differs between two texts, by line; all lines of both are in it, in order. */
export function diffLines(before: string, after: string): DiffBlock[] {
  const beforeLines = before.split('\n');
  const afterLines = after.split('\n');
  const [beforeNumbers, afterNumbers] = numberLines([beforeLines, afterLines]);
  const blocks: DiffBlock[] = [];
  let same: string[] = [];
  let beforeAt = 0;
  let afterAt = 0;
  const change = (beforeTo: number, afterTo: number) => {
    if (beforeAt === beforeTo && afterAt === afterTo) {
      return;
    }
    if (same.length > 0) {
      blocks.push({ kind: 'same', lines: same });
      same = [];
    }
    blocks.push({
      kind: 'changed',
      before: beforeLines.slice(beforeAt, beforeTo),
      after: afterLines.slice(afterAt, afterTo),
    });
  };
  for (const [b, a] of new LineMatcher(beforeNumbers, afterNumbers).match()) {
    change(b, a);
    same.push(beforeLines[b]);
    beforeAt = b + 1;
    afterAt = a + 1;
  }
  change(beforeLines.length, afterLines.length);
  if (same.length > 0) {
    blocks.push({ kind: 'same', lines: same });
  }
  return blocks;
}
