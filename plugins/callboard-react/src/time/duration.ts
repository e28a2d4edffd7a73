const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** From here on minutes no longer matter. */
const WHOLE_HOURS_MS = 12 * HOUR_MS;
const WHOLE_DAYS_MS = 48 * HOUR_MS;

/** A length of time, as coarse as a person would say it. */
export type Duration =
  | { readonly unit: 'now' }
  | { readonly unit: 'seconds'; readonly seconds: number }
  | { readonly unit: 'minutes'; readonly minutes: number }
  | { readonly unit: 'hours'; readonly hours: number }
  | {
      readonly unit: 'hoursMinutes';
      readonly hours: number;
      readonly minutes: number;
    }
  | { readonly unit: 'days'; readonly days: number };

/** Under a minute it is `now`, unless seconds are asked for. */
export function toDuration(ms: number, withSeconds = false): Duration {
  if (ms < MINUTE_MS) {
    return withSeconds
      ? { unit: 'seconds', seconds: Math.max(0, Math.floor(ms / SECOND_MS)) }
      : { unit: 'now' };
  }
  if (ms < HOUR_MS) {
    return { unit: 'minutes', minutes: Math.floor(ms / MINUTE_MS) };
  }
  const hours = Math.floor(ms / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  if (ms < WHOLE_HOURS_MS && minutes > 0) {
    return { unit: 'hoursMinutes', hours, minutes };
  }
  if (ms < WHOLE_DAYS_MS) {
    return { unit: 'hours', hours };
  }
  return { unit: 'days', days: Math.floor(ms / DAY_MS) };
}
