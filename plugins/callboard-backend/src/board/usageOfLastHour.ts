import type { UsageBucket } from '../collect/usageBuckets';

const HOUR_MS = 3_600_000;

/** What asking a source cost in the hour before `now`. */
export function usageOfLastHour(
  usageJson: string,
  now: number,
): { calls: number; bytes: number } {
  const buckets: readonly UsageBucket[] = JSON.parse(usageJson);
  const usage = { calls: 0, bytes: 0 };
  for (const bucket of buckets) {
    if (bucket.at > now - HOUR_MS && bucket.at <= now) {
      usage.calls += bucket.calls;
      usage.bytes += bucket.bytes;
    }
  }
  return usage;
}
