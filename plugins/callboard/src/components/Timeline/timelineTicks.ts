import { DateTime } from 'luxon';
import type { TimelineWindow } from './statusSpans';

const DAY_MINUTES = 24 * 60;

/** Steps that divide a day, so that ticks fall on round times of the viewer's clock. */
const STEPS_MINUTES = [5, 10, 20, 30, 60, 120, 180, 360, 720, DAY_MINUTES];

/** A line of the time axis. */
export interface TimelineTick {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Midnight: the label names the day rather than the time. */
  readonly day: boolean;
}

/**
 * At most `maxCount` ticks on round times of the viewer's clock, also where the clock changes or
 * is half an hour off.
 */
export function timelineTicks(
  window: TimelineWindow,
  options: { maxCount: number; zone: string },
): TimelineTick[] {
  const minutes = (window.to - window.from) / 60_000;
  const step =
    STEPS_MINUTES.find(each => minutes / each <= options.maxCount) ??
    DAY_MINUTES;
  const everyDays =
    step === DAY_MINUTES
      ? Math.max(1, Math.ceil(minutes / DAY_MINUTES / options.maxCount))
      : 1;
  const at = new Set<number>();
  const end = DateTime.fromMillis(window.to, { zone: options.zone });
  for (
    let day = DateTime.fromMillis(window.from, { zone: options.zone }).startOf(
      'day',
    );
    day <= end;
    day = day.plus({ days: everyDays })
  ) {
    for (let minute = 0; minute < DAY_MINUTES; minute += step) {
      at.add(
        day
          .set({ hour: Math.floor(minute / 60), minute: minute % 60 })
          .toMillis(),
      );
    }
  }
  return [...at]
    .filter(each => each >= window.from && each <= window.to)
    .sort((a, b) => a - b)
    .map(each => {
      const local = DateTime.fromMillis(each, { zone: options.zone });
      return { at: each, day: local.hour === 0 && local.minute === 0 };
    });
}
