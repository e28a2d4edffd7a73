/** PostgreSQL gives bigint columns as strings, SQLite as numbers. */
export type StoredBigint = string | number;

/** Reads a bigint column. */
export function toNumber(value: StoredBigint): number {
  return Number(value);
}

/** Reads a bigint column that may be null. */
export function toOptionalNumber(
  value: StoredBigint | null | undefined,
): number | undefined {
  return value === null || value === undefined ? undefined : Number(value);
}

/** Epoch milliseconds as the words of Callboard write them. */
export function toInstant(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
