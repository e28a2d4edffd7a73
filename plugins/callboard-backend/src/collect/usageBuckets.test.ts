import {
  addUsage,
  meanLatencyMs,
  USAGE_BUCKET_MS,
  usageSince,
} from './usageBuckets';

const HOUR_MS = 3_600_000;
const NOON_MS = Date.UTC(2026, 10, 23, 12);

describe('usage of a source', () => {
  it('is what was added since the last look', () => {
    expect(
      usageSince(
        { calls: 3, bytes: 300, totalLatencyMs: 30 },
        { calls: 5, bytes: 800, totalLatencyMs: 90 },
      ),
    ).toEqual({ calls: 2, bytes: 500, totalLatencyMs: 60 });
  });

  it('counts from zero where the source was made anew', () => {
    const after = { calls: 1, bytes: 100, totalLatencyMs: 10 };
    expect(
      usageSince({ calls: 9, bytes: 900, totalLatencyMs: 90 }, after),
    ).toEqual(after);
  });

  it('adds up within five minutes', () => {
    const once = addUsage([], { calls: 1, bytes: 10 }, NOON_MS + 1_000);
    const twice = addUsage(once, { calls: 2, bytes: 5 }, NOON_MS + 299_000);
    const next = addUsage(twice, { calls: 4, bytes: 1 }, NOON_MS + 300_000);
    expect(twice).toEqual([{ at: NOON_MS, calls: 3, bytes: 15 }]);
    expect(next).toEqual([
      { at: NOON_MS, calls: 3, bytes: 15 },
      { at: NOON_MS + USAGE_BUCKET_MS, calls: 4, bytes: 1 },
    ]);
  });

  it('forgets what is older than an hour', () => {
    const old = addUsage([], { calls: 1, bytes: 1 }, NOON_MS);
    expect(addUsage(old, { calls: 2, bytes: 2 }, NOON_MS + HOUR_MS)).toEqual([
      { at: NOON_MS + HOUR_MS, calls: 2, bytes: 2 },
    ]);
  });

  it.each([
    [{ calls: 4, bytes: 0, totalLatencyMs: 10 }, 3],
    [{ calls: 0, bytes: 0, totalLatencyMs: 0 }, undefined],
  ])('has a mean time of a call: %j', (usage, expected) => {
    expect(meanLatencyMs(usage)).toBe(expected);
  });
});
