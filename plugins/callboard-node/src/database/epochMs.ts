/** PostgreSQL gives bigint columns as strings, SQLite as numbers. @public */
export type StoredBigint = string | number;

/** Reads a bigint column. @public */
export function toNumber(value: StoredBigint): number {
  return Number(value);
}

/** Reads a bigint column that may be null. @public */
export function toOptionalNumber(
  value: StoredBigint | null | undefined,
): number | undefined {
  return value === null || value === undefined ? undefined : Number(value);
}

/** Epoch milliseconds as the words of Callboard write them: ISO 8601 in UTC. @public */
export function toInstant(epochMs: StoredBigint): string {
  return new Date(Number(epochMs)).toISOString();
}

/** The same of a column that may be null. @public */
export function toOptionalInstant(
  epochMs: StoredBigint | null,
): string | undefined {
  return epochMs === null ? undefined : toInstant(epochMs);
}
