const HOUR_MS = 60 * 60 * 1000;

/** How far back a timeline can go. */
export const TIMELINE_RANGES = ['1h', '3h', '24h', '7d'] as const;

/** How far back a timeline goes. */
export type TimelineRange = (typeof TIMELINE_RANGES)[number];

/** Lengths in milliseconds. */
export const TIMELINE_RANGE_MS: Record<TimelineRange, number> = {
  '1h': HOUR_MS,
  '3h': 3 * HOUR_MS,
  '24h': 24 * HOUR_MS,
  '7d': 7 * 24 * HOUR_MS,
};

const DEFAULT_RANGE: TimelineRange = '3h';

/** Reads a range from the URL; anything else is the default. */
export function toTimelineRange(value: string | null): TimelineRange {
  return TIMELINE_RANGES.find(range => range === value) ?? DEFAULT_RANGE;
}
