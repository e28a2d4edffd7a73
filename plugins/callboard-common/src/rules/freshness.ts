import { Aspect, OverallStatus } from '../words';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * How long a stale `ok` is believed, by aspect, in milliseconds.
 * @public
 */
export const DEFAULT_DECAY_MS: Readonly<Record<Aspect, number>> = {
  pipelines: 24 * HOUR_MS,
  kubernetes: 15 * MINUTE_MS,
  alerts: 10 * MINUTE_MS,
  logs: 15 * MINUTE_MS,
  infrastructure: 48 * HOUR_MS,
  automation: 24 * HOUR_MS,
  cloud: 15 * MINUTE_MS,
  ownership: 24 * HOUR_MS,
  runbooks: 24 * HOUR_MS,
  security: 48 * HOUR_MS,
};

/** What the age of an observation is judged by; all in milliseconds. @public */
export interface FreshnessInput {
  readonly now: number;
  /** End of the last round that observed it; absent where none ever did. */
  readonly lastGoodAt?: number;
  readonly intervalMs: number;
  readonly deadlineMs: number;
  readonly decayMs: number;
}

/** What the age of an observation means for it. @public */
export interface Freshness {
  /** Older than its source promises. */
  readonly stale: boolean;
  /** So old that an `ok` is not believed any more. */
  readonly decayed: boolean;
}

/**
 * The oldest that an observation may be without being stale, in milliseconds.
 * @public
 */
export function staleAfterMs(
  options: Pick<FreshnessInput, 'intervalMs' | 'deadlineMs'>,
): number {
  return 2 * options.intervalMs + options.deadlineMs;
}

/**
 * Judges the age of what a source said.
 *
 * A time in the future is as wrong as one as far in the past: after a clock was set back, a source
 * that died would otherwise look fresh until the clock caught up.
 * @public
 */
export function judgeFreshness(input: FreshnessInput): Freshness {
  if (input.lastGoodAt === undefined) {
    return { stale: true, decayed: true };
  }
  const ageMs = Math.abs(input.now - input.lastGoodAt);
  const stale = ageMs > staleAfterMs(input);
  return { stale, decayed: stale && ageMs > input.decayMs };
}

/**
 * The status to show: a stale red stays red, an `ok` that is too old is `unknown`.
 * @public
 */
export function effectiveStatus<S extends OverallStatus>(
  status: S,
  freshness: Freshness,
): S | 'unknown' {
  return status === 'ok' && freshness.decayed ? 'unknown' : status;
}
