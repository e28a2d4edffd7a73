/** Differences below this are the time on the wire, and not worth a word. */
const TOLERATED_MS = 90_000;

const MINUTE_MS = 60_000;

/**
 * How far the clock of a Jenkins is off, in whole minutes and steady: the offset is measured anew
 * with every answer, and times that wander with it would look like changes upstream.
 */
export class JenkinsClock {
  #offsetMs = 0;

  static create(): JenkinsClock {
    return new JenkinsClock();
  }

  private constructor() {}

  /** Takes notice of what was measured; positive where Jenkins is ahead. */
  notice(measuredMs: number): void {
    if (Math.abs(measuredMs - this.#offsetMs) < TOLERATED_MS) {
      return;
    }
    this.#offsetMs =
      Math.abs(measuredMs) < TOLERATED_MS
        ? 0
        : Math.round(measuredMs / MINUTE_MS) * MINUTE_MS;
  }

  /** What to take off the times that Jenkins tells. */
  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** A time that Jenkins tells, by our clock. */
  ours(theirsMs: number): number {
    return theirsMs - this.#offsetMs;
  }
}
