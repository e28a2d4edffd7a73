import { CHAR_PX } from './fitLabel';

/** Something that happened at one moment, as a lane shows it. */
export interface LaneItem {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly label: string;
}

/** One icon of a lane: a single item, or several that would lie on each other. */
export interface LaneMark<T extends LaneItem> {
  readonly x: number;
  readonly items: readonly T[];
  /** The words beside it, cut to the room that there is; absent where there is none. */
  readonly label?: { readonly text: string; readonly side: 'left' | 'right' };
}

/** The part of a lane that marks may use, in pixels. */
export interface LaneBounds {
  readonly left: number;
  readonly right: number;
  readonly xOf: (at: number) => number;
}

const ICON_PX = 16;
const GAP_PX = 4;
/** Words at the left keep away from the icon before them, to which they might seem to belong. */
const APART_PX = 16;
/** Fewer letters than this say nothing. */
const MIN_CHARS = 5;

function fit(text: string, roomPx: number): string | undefined {
  const chars = Math.floor(roomPx / CHAR_PX);
  if (text.length <= chars) {
    return text;
  }
  return chars > MIN_CHARS
    ? `${text.slice(0, chars - 1).trimEnd()}…`
    : undefined;
}

function cluster<T extends LaneItem>(
  items: readonly T[],
  bounds: LaneBounds,
): { x: number; items: T[] }[] {
  const clusters: { x: number; items: T[] }[] = [];
  for (const item of [...items].sort((a, b) => a.at - b.at)) {
    const x = bounds.xOf(item.at);
    const last = clusters[clusters.length - 1];
    if (last && x - last.x < ICON_PX + GAP_PX) {
      last.items.push(item);
    } else {
      clusters.push({ x, items: [item] });
    }
  }
  return clusters;
}

/**
 * Places what happened on a lane: one icon each, several in one place as one icon with their
 * number, and words only where they cover nothing else. Words go to the right where they fit
 * whole, else to the left, else the longer side shows their beginning.
 */
export function placeMarks<T extends LaneItem>(
  items: readonly T[],
  bounds: LaneBounds,
): LaneMark<T>[] {
  const clusters = cluster(items, bounds);
  let usedUntil = bounds.left;
  return clusters.map((each, i) => {
    const text =
      each.items.length === 1 ? each.items[0].label : `${each.items.length}`;
    const nextX = clusters[i + 1]?.x;
    const rightEnd =
      nextX === undefined ? bounds.right : nextX - ICON_PX / 2 - GAP_PX;
    const rightRoom = rightEnd - (each.x + ICON_PX / 2 + GAP_PX);
    const leftRoom = each.x - ICON_PX / 2 - GAP_PX - usedUntil - APART_PX;
    const right = fit(text, rightRoom);
    const left = fit(text, leftRoom);
    const side =
      right === text || (left !== text && rightRoom >= leftRoom)
        ? 'right'
        : 'left';
    const shown = side === 'right' ? right : left;
    const iconEnd = each.x + ICON_PX / 2 + GAP_PX;
    usedUntil =
      shown && side === 'right'
        ? iconEnd + shown.length * CHAR_PX + GAP_PX
        : iconEnd;
    return {
      x: each.x,
      items: each.items,
      ...(shown ? { label: { text: shown, side } } : {}),
    };
  });
}
