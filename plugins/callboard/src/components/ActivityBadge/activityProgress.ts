import { Activity } from '@callboard/plugin-callboard-common';

/** An estimate is no promise: it stops short of done until the system says so. */
const ESTIMATE_MAX = 0.99;

/** Share done, 0 to 1: what the system tells, else from start and expected end. */
export function activityProgress(
  activity: Activity,
  nowMs: number,
): number | undefined {
  if (activity.progress !== undefined) {
    return activity.progress;
  }
  if (!activity.since || !activity.expectedEndAt) {
    return undefined;
  }
  const startMs = Date.parse(activity.since);
  const lengthMs = Date.parse(activity.expectedEndAt) - startMs;
  if (!(lengthMs > 0)) {
    return undefined;
  }
  return Math.min(ESTIMATE_MAX, Math.max(0, (nowMs - startMs) / lengthMs));
}
