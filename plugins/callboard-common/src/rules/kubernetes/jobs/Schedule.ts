import { CronTimes } from './CronTimes';

const MINUTE_MS = 60_000;

/** When a CronJob is due. Times are epoch milliseconds of our clock. */
export class Schedule {
  readonly #times: CronTimes;
  readonly #offsetMs: number;

  /** `undefined` where the schedule or its time zone cannot be read. */
  static parse(
    written: { schedule: string; timeZone?: string },
    /** How far the cluster's clock is ahead of ours. */
    clockOffsetMs = 0,
  ): Schedule | undefined {
    const times = CronTimes.of(written.schedule, written.timeZone || undefined);
    return times && new Schedule(times, clockOffsetMs);
  }

  private constructor(times: CronTimes, offsetMs: number) {
    this.#times = times;
    this.#offsetMs = offsetMs;
  }

  /** The first time after this one; `undefined` where there is none. */
  after(epochMs: number): number | undefined {
    const next = this.#times.after(epochMs + this.#offsetMs);
    return next === undefined ? undefined : next - this.#offsetMs;
  }

  /**
   * The due time that a recorded one stands for. The cluster writes due times to the second, and
   * by the time they are by our clock they may be off by a little.
   */
  dueAt(epochMs: number): number {
    const cluster = epochMs + this.#offsetMs;
    return Math.round(cluster / MINUTE_MS) * MINUTE_MS - this.#offsetMs;
  }

  /** Whether it is due at this time, to the minute. */
  has(epochMs: number): boolean {
    const due = this.dueAt(epochMs);
    return this.after(due - 1) === due;
  }
}
