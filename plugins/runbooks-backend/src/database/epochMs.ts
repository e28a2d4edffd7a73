/** PostgreSQL gives bigint columns as strings, SQLite as numbers. */
export type StoredBigint = string | number;

/** Reads a bigint column. */
export function toNumber(value: StoredBigint): number {
  return Number(value);
}

/** A bigint column as an instant, ISO 8601 in UTC. */
export function toInstant(value: StoredBigint): string {
  return new Date(Number(value)).toISOString();
}

/** A bigint column that may be null, as an instant. */
export function toOptionalInstant(
  value: StoredBigint | null,
): string | undefined {
  return value === null ? undefined : toInstant(value);
}
