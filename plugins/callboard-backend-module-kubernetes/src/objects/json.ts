/*
 * Narrow readers of objects as the API sends them: each looks at one value, says what it is, and
 * takes anything else for absent. A list holds a hundred thousand objects of which we keep a tenth,
 * so that a schema for all of it would cost more than the network does.
 */

/** A JSON object. */
export type JsonRecord = Readonly<Record<string, unknown>>;

const NOTHING: JsonRecord = Object.freeze({});
const NONE: readonly JsonRecord[] = Object.freeze([]);

/** Whether it is a JSON object. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one. */
export function recordIn(parent: JsonRecord, key: string): JsonRecord {
  const value = parent[key];
  return isRecord(value) ? value : NOTHING;
}

/** The objects of an array, or none. */
export function recordsIn(
  parent: JsonRecord,
  key: string,
): readonly JsonRecord[] {
  const value = parent[key];
  if (!Array.isArray(value)) {
    return NONE;
  }
  return value.every(isRecord) ? value : value.filter(isRecord);
}

/** The text, where it is one and not empty. */
export function textIn(parent: JsonRecord, key: string): string | undefined {
  const value = parent[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The number, where it is one. */
export function numberIn(parent: JsonRecord, key: string): number | undefined {
  const value = parent[key];
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : undefined;
}

/** The number, 0 where it is absent, as the API leaves zeros out. */
export function countIn(parent: JsonRecord, key: string): number {
  return numberIn(parent, key) ?? 0;
}

/** Whether it is there and true. */
export function isTrueIn(parent: JsonRecord, key: string): boolean {
  return parent[key] === true;
}
