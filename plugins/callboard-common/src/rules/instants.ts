/** The last millisecond of the year 9999: what ISO 8601 writes with four digits. */
const LAST_INSTANT_MS = 253_402_300_799_999;

/**
 * Writes epoch milliseconds as ISO 8601 in UTC. Never throws: upstream numbers are hostile, and
 * what is no time at all becomes the nearest instant that is one.
 * @public
 */
export function toInstant(epochMs: number): string {
  const safe = Number.isNaN(epochMs) ? 0 : epochMs;
  return new Date(Math.min(Math.max(safe, 0), LAST_INSTANT_MS)).toISOString();
}

/**
 * Reads ISO 8601 as epoch milliseconds; `undefined` where there is none or it is no time.
 * @public
 */
export function fromInstant(instant: string | undefined): number | undefined {
  const epochMs = instant === undefined ? NaN : Date.parse(instant);
  return Number.isNaN(epochMs) ? undefined : epochMs;
}
