const DEFAULT_BASE_MS = 1_000;
const DEFAULT_CAP_MS = 60_000;

/** What the next delay depends on. @public */
export interface BackoffOptions {
  /** How often it failed in a row; 0 gives no delay. */
  readonly failures: number;
  /** Upper bound of the first delay, in milliseconds; a second by default. */
  readonly baseMs?: number;
  /** Upper bound of every delay, in milliseconds; a minute by default. */
  readonly capMs?: number;
  /** Random number from 0 to below 1. */
  readonly random: () => number;
  /** What the system asked us to wait, in milliseconds: never come back sooner. */
  readonly retryAfterMs?: number;
}

/**
 * How long to wait before the next try, in milliseconds: exponential with full jitter, so that
 * those who failed together do not come back together.
 * @public
 */
export function nextDelayMs(options: BackoffOptions): number {
  const {
    failures,
    baseMs = DEFAULT_BASE_MS,
    capMs = DEFAULT_CAP_MS,
    random,
    retryAfterMs = 0,
  } = options;
  if (failures <= 0) {
    return retryAfterMs;
  }
  const bound = Math.min(capMs, baseMs * 2 ** (failures - 1));
  const jittered = Math.floor(random() * bound);
  // On top of what was asked for, or all of its clients come back in the same moment.
  return retryAfterMs > 0
    ? retryAfterMs + Math.min(jittered, baseMs)
    : jittered;
}
