const MINUTE_MS = 60_000;
const CYCLE_MS = 10 * MINUTE_MS;
const BEGINS_AFTER_MS = 4 * MINUTE_MS;
const LASTS_MS = MINUTE_MS;

/**
 * Whether the source that fails regularly is away: one minute in every ten, the first time four
 * minutes after time began.
 */
export function isAway(options: { now: number; startAt: number }): boolean {
  const { now, startAt } = options;
  const phase = (now - startAt) % CYCLE_MS;
  return phase >= BEGINS_AFTER_MS && phase < BEGINS_AFTER_MS + LASTS_MS;
}
