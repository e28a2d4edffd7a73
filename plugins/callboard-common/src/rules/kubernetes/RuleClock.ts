import { toInstant } from '../instants';

/** Clocks that differ by less than this are as good as the same. */
const CLOCK_TOLERANCE_MS = 60_000;

/**
 * The clock of one judgement. Rules ask it whether a time has come instead of comparing with now,
 * so that it knows when another judgement may come out differently though nothing changed.
 */
export class RuleClock {
  readonly now: number;
  #recheckAt?: number;

  static at(now: number): RuleClock {
    return new RuleClock(now);
  }

  private constructor(now: number) {
    this.now = now;
  }

  /** The earliest time that some rule still waits for. */
  get recheckAt(): number | undefined {
    return this.#recheckAt;
  }

  /** Whether this time has come. */
  reached(epochMs: number): boolean {
    if (this.now >= epochMs) {
      return true;
    }
    if (Number.isFinite(epochMs)) {
      this.#recheckAt = Math.min(
        Math.ceil(epochMs),
        this.#recheckAt ?? Infinity,
      );
    }
    return false;
  }

  /** Whether this time is over. */
  passed(epochMs: number): boolean {
    return this.reached(epochMs + 1);
  }

  /**
   * Whether an upstream's time can be believed: one in the future tells nothing, because whatever it
   * were replaced by would change from one look to the next.
   */
  believes(epochMs: number | undefined): epochMs is number {
    return epochMs !== undefined && this.reached(epochMs - CLOCK_TOLERANCE_MS);
  }

  /** An upstream's time as an instant, where it can be believed. */
  instant(epochMs: number | undefined): string | undefined {
    return this.believes(epochMs) ? toInstant(epochMs) : undefined;
  }
}
