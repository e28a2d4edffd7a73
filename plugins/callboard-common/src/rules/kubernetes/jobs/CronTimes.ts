import { Cron } from 'croner';

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

/** Numbers, names of months and days; no more: `L` and `#` are others' inventions. */
const FIELD_PATTERN = /^(?:[\d*?,/-]|[a-z]{3})+$/i;

const FIELDS_COUNT = 5;

const DEFAULT_ZONE = 'UTC';

/** Schedules that are known by heart, because to read one and to ask it takes milliseconds. */
const KNOWN_MAX_COUNT = 1_000;

const KNOWN_GAPS_MAX_COUNT = 8;

const known = new Map<string, CronTimes | null>();

/** A time, and the first due time after it: in between there is none. */
interface Gap {
  readonly from: number;
  readonly next: number;
}

/** The due times of a schedule in a time zone, in epoch milliseconds of the cluster's clock. */
export class CronTimes {
  readonly #cron: Cron;
  #gaps: readonly Gap[] = [];

  /** `undefined` where the schedule or its time zone cannot be read. */
  static of(schedule: string, timeZone = DEFAULT_ZONE): CronTimes | undefined {
    const key = JSON.stringify([schedule, timeZone]);
    const before = known.get(key);
    if (before !== undefined) {
      return before ?? undefined;
    }
    const times = CronTimes.#read(schedule, timeZone);
    if (known.size >= KNOWN_MAX_COUNT) {
      known.clear();
    }
    known.set(key, times ?? null);
    return times;
  }

  static #read(schedule: string, timeZone: string): CronTimes | undefined {
    const fields = schedule.trim().split(/\s+/);
    const isMacro = fields.length === 1;
    const isKnown = isMacro
      ? MACROS.includes(fields[0].toLowerCase())
      : fields.length === FIELDS_COUNT &&
        fields.every(field => FIELD_PATTERN.test(field));
    if (!isKnown) {
      return undefined;
    }
    try {
      // Throws where there is no such zone.
      const { timeZone: zone } = new Intl.DateTimeFormat('en', {
        timeZone,
      }).resolvedOptions();
      const cron = new Cron(fields.join(' ').replaceAll('?', '*'), {
        // The same, a thousand times as fast.
        ...(zone === DEFAULT_ZONE ? { utcOffset: 0 } : { timezone: timeZone }),
        mode: isMacro ? 'auto' : '5-part',
        // Kubernetes reads `5/15` as from 5 on.
        sloppyRanges: true,
        domAndDow: false,
      });
      return new CronTimes(cron);
    } catch {
      return undefined;
    }
  }

  private constructor(cron: Cron) {
    this.#cron = cron;
  }

  /** The first due time after this one; `undefined` where there is none. */
  after(epochMs: number): number | undefined {
    const gap = this.#gaps.find(
      ({ from, next }) => from <= epochMs && epochMs < next,
    );
    if (gap) {
      return gap.next;
    }
    const next = this.#cron.nextRun(new Date(epochMs))?.getTime();
    if (next !== undefined) {
      this.#gaps = [
        { from: epochMs, next },
        ...this.#gaps.slice(0, KNOWN_GAPS_MAX_COUNT - 1),
      ];
    }
    return next;
  }
}
