const MINUTE_MS = 60_000;
const SEARCHED_MINUTES_COUNT = 32 * 24 * 60;

function fits(field: string, value: number): boolean {
  if (field === '*') {
    return true;
  }
  const step = /^\*\/(\d+)$/.exec(field);
  return step ? value % Number(step[1]) === 0 : Number(field) === value;
}

/** Next time after a moment, in UTC; fields are `*`, `*\/n` or a number. */
export function nextRun(schedule: string, after: number): number {
  const [minute, hour, day, month, weekday] = schedule.split(' ');
  let at = (Math.floor(after / MINUTE_MS) + 1) * MINUTE_MS;
  for (let tried = 0; tried < SEARCHED_MINUTES_COUNT; tried += 1) {
    const date = new Date(at);
    if (
      fits(minute, date.getUTCMinutes()) &&
      fits(hour, date.getUTCHours()) &&
      fits(day, date.getUTCDate()) &&
      fits(month, date.getUTCMonth() + 1) &&
      fits(weekday, date.getUTCDay())
    ) {
      return at;
    }
    at += MINUTE_MS;
  }
  throw new Error(`Nothing ever runs at ${schedule}`);
}

/** The last time up to a moment, going back by what lies between two runs. */
export function lastRun(schedule: string, now: number): number {
  const next = nextRun(schedule, now);
  const interval = nextRun(schedule, next) - next;
  return next - interval;
}
