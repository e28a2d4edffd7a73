import { Cron } from 'croner';

const MINUTE_MS = 60_000;

/** What Kubernetes takes: five fields, or a name for them. */
const MACROS: readonly string[] = [
  '@yearly',
  '@annually',
  '@monthly',
  '@weekly',
  '@daily',
  '@midnight',
  '@hourly',
];

const FIELD_PATTERN = /^[\d*?,/a-z-]+$/i;

const FIELDS_COUNT = 5;

const DEFAULT_ZONE = 'UTC';

/** When a CronJob is due. Times are epoch milliseconds of our clock. */
export class Schedule {
  readonly #cron: Cron;
  readonly #offsetMs: number;

  /** `undefined` where the schedule or its time zone cannot be read. */
  static parse(
    written: { schedule: string; timeZone?: string },
    /** How far the cluster's clock is ahead of ours. */
    clockOffsetMs = 0,
  ): Schedule | undefined {
    const fields = written.schedule.trim().split(/\s+/);
    const isKnown =
      fields.length === 1
        ? MACROS.includes(fields[0].toLowerCase())
        : fields.length === FIELDS_COUNT &&
          fields.every(field => FIELD_PATTERN.test(field));
    if (!isKnown) {
      return undefined;
    }
    try {
      const cron = new Cron(fields.join(' '), {
        timezone: written.timeZone || DEFAULT_ZONE,
        mode: fields.length === 1 ? 'auto' : '5-part',
        // Kubernetes reads `5/15` as from 5 on.
        sloppyRanges: true,
        domAndDow: false,
      });
      // An unknown zone is found out by asking only.
      cron.nextRun(new Date(0));
      return new Schedule(cron, clockOffsetMs);
    } catch {
      return undefined;
    }
  }

  private constructor(cron: Cron, offsetMs: number) {
    this.#cron = cron;
    this.#offsetMs = offsetMs;
  }

  /** The first time after this one; `undefined` where there is none. */
  after(epochMs: number): number | undefined {
    const cluster = epochMs + this.#offsetMs;
    const next = this.#cron.nextRun(new Date(cluster))?.getTime();
    return next === undefined ? undefined : next - this.#offsetMs;
  }

  /**
   * The due time that a recorded one stands for. The cluster writes due times to the second, and
   * by the time they are by our clock they may be off by a little.
   */
  dueAt(epochMs: number): number {
    const cluster = epochMs + this.#offsetMs;
    const due = Math.round(cluster / MINUTE_MS) * MINUTE_MS;
    return due - this.#offsetMs;
  }

  /** Whether it is due at this time, to the minute. */
  has(epochMs: number): boolean {
    const due = this.dueAt(epochMs);
    return this.after(due - 1) === due;
  }
}
