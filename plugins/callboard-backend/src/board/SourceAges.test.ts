import { SourceAges, type SourceAge, type StoredSource } from './SourceAges';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NOW = Date.UTC(2026, 10, 23, 9);

function source(overrides: Partial<StoredSource> = {}): StoredSource {
  return {
    source: 'jenkins/main',
    state: 'ok',
    lastGoodAt: NOW,
    intervalMs: 30_000,
    deadlineMs: 10_000,
    production: true,
    configured: true,
    missed: [],
    ...overrides,
  };
}

function agesOf(...sources: StoredSource[]): SourceAges {
  return SourceAges.create({ now: NOW, sources });
}

describe('SourceAges', () => {
  it.each<[string, Partial<StoredSource>, Partial<SourceAge>]>([
    ['answered just now', {}, { stale: false, observedAt: NOW }],
    ['answered as it promises', { lastGoodAt: NOW - 70_000 }, { stale: false }],
    [
      'is late, and nobody knows why',
      { lastGoodAt: NOW - 70_001 },
      {
        stale: true,
        reason: 'no-data',
        message: 'jenkins/main was last observed at 2026-11-23T08:58:49.999Z',
        decayedAt: {},
      },
    ],
    [
      'cannot be reached',
      {
        state: 'unreachable',
        message: 'Connection refused',
        lastGoodAt: NOW - 20 * MINUTE_MS,
      },
      {
        stale: true,
        reason: 'unreachable',
        message: 'Connection refused',
        decayedAt: {
          alerts: NOW - 10 * MINUTE_MS,
          kubernetes: NOW - 5 * MINUTE_MS,
          logs: NOW - 5 * MINUTE_MS,
          cloud: NOW - 5 * MINUTE_MS,
        },
      },
    ],
    [
      'does not let us in',
      { state: 'forbidden', lastGoodAt: NOW - 5 * MINUTE_MS },
      { stale: true, reason: 'forbidden' },
    ],
    [
      'answers nonsense',
      { state: 'failing', lastGoodAt: NOW - 5 * MINUTE_MS },
      { stale: true, reason: 'unreachable' },
    ],
    [
      'was never observed',
      { state: 'starting', lastGoodAt: undefined },
      {
        stale: true,
        reason: 'never-observed',
        message: 'jenkins/main has not been observed yet',
        decayedAt: {},
      },
    ],
    [
      'cannot be observed',
      { state: 'not-observable', message: 'Signs in', lastGoodAt: undefined },
      { stale: true, reason: 'not-configured', message: 'Signs in' },
    ],
    [
      'is not configured any more',
      { configured: false, lastGoodAt: NOW - 100 * HOUR_MS },
      { stale: true, reason: 'not-configured', decayedAt: {} },
    ],
    [
      'is asked so rarely that it is stale later than its ok would decay',
      { intervalMs: HOUR_MS, lastGoodAt: NOW - 3 * HOUR_MS },
      {
        decayedAt: expect.objectContaining({ alerts: NOW - HOUR_MS + 10_000 }),
      },
    ],
  ])('knows a source that %s', (_, stored, age) => {
    const ages = agesOf(source(stored));
    expect(ages.of('jenkins/main', 'shop')).toMatchObject(age);
  });

  it('knows parts that failed, until the source fails as a whole', () => {
    const missed = [
      {
        shard: 'shop',
        lastGoodAt: NOW - HOUR_MS,
        reason: 'forbidden' as const,
        message: 'shop may not be read',
      },
    ];
    const partly = agesOf(source({ state: 'failing', missed }));
    expect(partly.of('jenkins/main', 'shop')).toMatchObject({
      stale: true,
      observedAt: NOW - HOUR_MS,
      reason: 'forbidden',
      message: 'shop may not be read',
    });
    expect(partly.of('jenkins/main', 'docs')).toMatchObject({ stale: false });
    const down = agesOf(
      source({
        state: 'unreachable',
        message: 'Connection refused',
        lastGoodAt: NOW - 2 * MINUTE_MS,
        missed,
      }),
    );
    expect(down.of('jenkins/main', 'shop')).toMatchObject({
      observedAt: NOW - HOUR_MS,
      reason: 'unreachable',
      message: 'Connection refused',
    });
  });

  it('says that nobody configured what it does not know', () => {
    expect(agesOf().of('jenkins/nope', '')).toMatchObject({
      stale: true,
      reason: 'not-configured',
    });
  });

  it('has a name for what is stale that changes with nothing else', () => {
    const fresh = agesOf(source()).fingerprint;
    expect(agesOf(source({ lastGoodAt: NOW - 1000 })).fingerprint).toBe(fresh);
    const stale = agesOf(source({ lastGoodAt: NOW - HOUR_MS })).fingerprint;
    expect(stale).not.toBe(fresh);
    expect(
      agesOf(source({ lastGoodAt: NOW - HOUR_MS, message: 'Gone' }))
        .fingerprint,
    ).not.toBe(stale);
  });
});
