/** SQLite refuses inserts of more rows; PostgreSQL transactions should not hold locks for longer. */
export const CHUNK_ROW_COUNT = 500;

/** Cuts a list into pieces, in order. */
export function inChunks<T>(
  items: readonly T[],
  size: number = CHUNK_ROW_COUNT,
): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    chunks.push(items.slice(start, start + size));
  }
  return chunks;
}
