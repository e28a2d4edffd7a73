/** A cell: which line, and which column of it. */
export interface GridPlace {
  readonly index: number;
  readonly column: number;
}

const PAGE_ROWS_COUNT = 10;

const MOVES: Readonly<
  Record<string, (place: GridPlace, last: GridPlace) => GridPlace>
> = {
  ArrowDown: ({ index, column }) => ({ index: index + 1, column }),
  ArrowUp: ({ index, column }) => ({ index: index - 1, column }),
  ArrowRight: ({ index, column }) => ({ index, column: column + 1 }),
  ArrowLeft: ({ index, column }) => ({ index, column: column - 1 }),
  PageDown: ({ index, column }) => ({ index: index + PAGE_ROWS_COUNT, column }),
  PageUp: ({ index, column }) => ({ index: index - PAGE_ROWS_COUNT, column }),
  Home: ({ index }) => ({ index, column: 0 }),
  End: ({ index }, last) => ({ index, column: last.column }),
};

const LETTERS: Readonly<Record<string, string>> = {
  j: 'ArrowDown',
  J: 'ArrowDown',
  k: 'ArrowUp',
  K: 'ArrowUp',
};

/** Where a key leads, or undefined for a key that does not move. Stops at the edges. */
export function moveInGrid(options: {
  readonly place: GridPlace;
  readonly key: string;
  /** The last line and the last column. */
  readonly last: GridPlace;
}): GridPlace | undefined {
  const { place, key, last } = options;
  const move = MOVES[LETTERS[key] ?? key];
  if (!move) {
    return undefined;
  }
  const to = move(place, last);
  return {
    index: Math.min(last.index, Math.max(0, to.index)),
    column: Math.min(last.column, Math.max(0, to.column)),
  };
}
