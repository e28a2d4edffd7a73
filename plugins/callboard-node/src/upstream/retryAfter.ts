/** Longest wait that a system can talk us into. */
const MAX_RETRY_AFTER_MS = 60 * 60 * 1000;

/** @public */
export interface RetryAfterOptions {
  /** The `Retry-After` header: seconds, or an HTTP date. */
  readonly retryAfter: string | undefined;
  /** The `Date` header of the same answer: a date is read by the clock that wrote it. */
  readonly date: string | undefined;
  /** Our own clock, where the answer has no `Date`; epoch milliseconds. */
  readonly now: number;
}

/**
 * The wait that a system asked for in milliseconds, at most an hour; undefined where it asked for
 * none or cannot be understood.
 * @public
 */
export function parseRetryAfter(
  options: RetryAfterOptions,
): number | undefined {
  const text = options.retryAfter?.trim();
  if (!text) {
    return undefined;
  }
  if (/^\d+$/.test(text)) {
    return Math.min(Number(text) * 1000, MAX_RETRY_AFTER_MS);
  }
  // Anything but an HTTP date ("-5", "1.5") would be taken for a year or a month by Date.parse.
  if (!/^[a-z]{3}/i.test(text)) {
    return undefined;
  }
  const until = Date.parse(text);
  if (Number.isNaN(until)) {
    return undefined;
  }
  const theirNow = Date.parse(options.date ?? '');
  const from = Number.isNaN(theirNow) ? options.now : theirNow;
  return Math.min(Math.max(until - from, 0), MAX_RETRY_AFTER_MS);
}
