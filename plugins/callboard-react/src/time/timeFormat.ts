const DAY_MS = 24 * 60 * 60 * 1000;
const WEEKDAY_DAYS = 6;

/**
 * Instants as words, in one time zone and language.
 * @public
 */
export interface TimeFormat {
  /** `14:02` */
  time(atMs: number): string;
  /** `14:02:10` */
  seconds(atMs: number): string;
  /** `14:02` today, `Mon 16:30` this week, `19 Nov` earlier. */
  short(atMs: number, nowMs: number): string;
  /** `Mon 23` */
  day(atMs: number): string;
  /** Date, time and zone in full. */
  full(atMs: number): string;
  /** `CET` */
  zone(atMs: number): string;
}

/** Without a time zone it is the viewer's own. */
export function createTimeFormat(options: {
  readonly locale: string;
  readonly timeZone?: string;
}): TimeFormat {
  const { locale, timeZone } = options;
  const format = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...parts, timeZone, hourCycle: 'h23' });
  const time = format({ hour: '2-digit', minute: '2-digit' });
  const seconds = format({
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const weekday = format({ weekday: 'short' });
  const day = format({ day: 'numeric', month: 'short' });
  const dayOfYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const weekdayAndDay = format({ weekday: 'short', day: 'numeric' });
  const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone });
  const calendarDay = (at: number) => isoDay.format(at);
  let lastNow = { at: Number.NaN, day: '' };
  const dayOf = (now: number) => {
    if (lastNow.at !== now) {
      lastNow = { at: now, day: calendarDay(now) };
    }
    return lastNow.day;
  };
  const full = format({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  });
  const zone = format({ hour: '2-digit', timeZoneName: 'short' });

  return {
    time: at => time.format(at),
    seconds: at => seconds.format(at),
    day: at => weekdayAndDay.format(at),
    full: at => full.format(at),
    zone: at =>
      zone.formatToParts(at).find(part => part.type === 'timeZoneName')
        ?.value ?? '',
    short(at, now) {
      // Formatting a date is slow, and most rows are not of today.
      if (Math.abs(now - at) < DAY_MS && calendarDay(at) === dayOf(now)) {
        return time.format(at);
      }
      if (Math.abs(now - at) < WEEKDAY_DAYS * DAY_MS) {
        return `${weekday.format(at)} ${time.format(at)}`;
      }
      return calendarDay(at).slice(0, 4) === dayOf(now).slice(0, 4)
        ? day.format(at)
        : dayOfYear.format(at);
    },
  };
}
