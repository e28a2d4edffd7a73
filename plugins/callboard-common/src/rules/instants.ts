/** The last millisecond of the year 9999: what ISO 8601 writes with four digits. */
const LAST_INSTANT_MS = 253_402_300_799_999;

const DAY_MS = 24 * 60 * 60_000;

/** `00` to `59`. */
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) =>
  String(number).padStart(2, '0'),
);

/** The date that was written last: the times of a round are mostly of a few days. */
let lastDate = { day: 0, text: '1970-01-01T' };

/**
 * Writes epoch milliseconds as ISO 8601 in UTC. Never throws: upstream numbers are hostile, and
 * what is no time at all becomes the nearest instant that is one.
 * @public
 */
export function toInstant(epochMs: number): string {
  const safe = Number.isNaN(epochMs) ? 0 : epochMs;
  const ms = Math.floor(Math.min(Math.max(safe, 0), LAST_INSTANT_MS));
  const day = Math.floor(ms / DAY_MS);
  if (day !== lastDate.day) {
    lastDate = { day, text: new Date(ms).toISOString().slice(0, 11) };
  }
  return lastDate.text + timeOf(ms - day * DAY_MS);
}

/** By hand: a round writes some for every job, and this takes a third of the time of a `Date`. */
function timeOf(msOfDay: number): string {
  const seconds = Math.floor(msOfDay / 1000);
  const minutes = Math.floor(seconds / 60);
  const hh = TWO_DIGITS[Math.floor(minutes / 60)];
  const mm = TWO_DIGITS[minutes % 60];
  const ss = TWO_DIGITS[seconds % 60];
  return `${hh}:${mm}:${ss}.${String(msOfDay % 1000).padStart(3, '0')}Z`;
}

/**
 * Reads ISO 8601 as epoch milliseconds; `undefined` where there is none or it is no time.
 * @public
 */
export function fromInstant(instant: string | undefined): number | undefined {
  const epochMs = instant === undefined ? NaN : Date.parse(instant);
  return Number.isNaN(epochMs) ? undefined : epochMs;
}
