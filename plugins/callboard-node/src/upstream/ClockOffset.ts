const MINUTE_MS = 60_000;

/** Differences below this are rounding and the time on the wire. */
const TOLERANCE_MS = 90_000;

/**
 * How far another clock is ahead of ours. Steady and in whole minutes: it is measured with every
 * answer, and times that wander with it would look like changes upstream.
 */
export class ClockOffset {
  #ms = 0;

  static create(): ClockOffset {
    return new ClockOffset();
  }

  private constructor() {}

  get ms(): number {
    return this.#ms;
  }

  notice(measuredMs: number): void {
    if (Math.abs(measuredMs - this.#ms) >= TOLERANCE_MS) {
      const rounded = Math.round(measuredMs / MINUTE_MS) * MINUTE_MS;
      this.#ms = Math.abs(measuredMs) < TOLERANCE_MS ? 0 : rounded;
    }
  }
}
