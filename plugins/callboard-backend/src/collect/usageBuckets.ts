import type { UpstreamUsage } from '@callboard/plugin-callboard-node';

/** Usage is kept for the last hour, in buckets of five minutes. */
export const USAGE_BUCKET_MS = 5 * 60_000;
const USAGE_KEPT_MS = 60 * 60_000;

/** Calls and bytes of one bucket. */
export interface UsageBucket {
  /** Start of the bucket, epoch milliseconds. */
  readonly at: number;
  readonly calls: number;
  readonly bytes: number;
}

/** What was used since an earlier look; a source that started anew counts from zero. */
export function usageSince(
  before: UpstreamUsage,
  after: UpstreamUsage,
): UpstreamUsage {
  if (after.calls < before.calls || after.bytes < before.bytes) {
    return after;
  }
  return {
    calls: after.calls - before.calls,
    bytes: after.bytes - before.bytes,
    totalLatencyMs: Math.max(0, after.totalLatencyMs - before.totalLatencyMs),
  };
}

/** Adds usage to its bucket and forgets what is older than an hour. */
export function addUsage(
  buckets: readonly UsageBucket[],
  usage: Pick<UpstreamUsage, 'calls' | 'bytes'>,
  now: number,
): UsageBucket[] {
  const at = now - (now % USAGE_BUCKET_MS);
  const kept = buckets.filter(
    bucket => bucket.at > now - USAGE_KEPT_MS && bucket.at < at,
  );
  const current = buckets.find(bucket => bucket.at === at);
  return [
    ...kept,
    {
      at,
      calls: (current?.calls ?? 0) + usage.calls,
      bytes: (current?.bytes ?? 0) + usage.bytes,
    },
  ];
}

/** Mean time of a call in milliseconds; nothing where there was none. */
export function meanLatencyMs(usage: UpstreamUsage): number | undefined {
  return usage.calls > 0
    ? Math.round(usage.totalLatencyMs / usage.calls)
    : undefined;
}
