/** Length of the longest subsequence that rises. */
function longestRise(numbers: readonly number[]): number {
  const tails: number[] = [];
  for (const value of numbers) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (tails[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    tails[low] = value;
  }
  return tails.length;
}

/** Rows in the places where they were, and how many of them belong elsewhere by now. */
export interface HeldRows<T> {
  readonly rows: readonly T[];
  /** Rows that came, went, or changed places among the rest. */
  readonly moved: number;
}

/**
 * Keeps rows where the eye left them while somebody points at them: known rows show their new
 * content in their old places, rows that are gone stay as they were. Rows beyond the old end
 * are no move: they are further down the same list.
 */
export function holdOrder<T>(options: {
  readonly shown: readonly T[];
  readonly fresh: readonly T[];
  keyOf(row: T): string;
}): HeldRows<T> {
  const { shown, fresh, keyOf } = options;
  const freshPlace = new Map(fresh.map((row, place) => [keyOf(row), place]));
  const shownKeys = new Set(shown.map(keyOf));
  const places: number[] = [];
  let gone = 0;
  let lastPlace = -1;
  const rows = shown.map(row => {
    const place = freshPlace.get(keyOf(row));
    if (place === undefined) {
      gone += 1;
      return row;
    }
    places.push(place);
    lastPlace = Math.max(lastPlace, place);
    return fresh[place];
  });
  let came = 0;
  const further: T[] = [];
  fresh.forEach((row, place) => {
    if (shownKeys.has(keyOf(row))) {
      return;
    }
    if (place > lastPlace) {
      further.push(row);
    } else {
      came += 1;
    }
  });
  return {
    rows: further.length > 0 ? [...rows, ...further] : rows,
    moved: gone + came + places.length - longestRise(places),
  };
}
