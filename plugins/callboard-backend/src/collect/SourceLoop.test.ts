import { mockServices } from '@backstage/backend-test-utils';
import { ControlledClock } from '../__testUtils__/ControlledClock';
import type { SourceMemory } from '../store/SourceStore';
import { Lease } from './Lease';
import { SourceLoop, type LoopRequests } from './SourceLoop';
import type { NextRound, RoundRequest } from './SourceRounds';

const INTERVAL_MS = 30_000;

/** A loop whose waiting moves the clock; what happens meanwhile is up to the test. */
function setUp(options: {
  start?: Partial<SourceMemory>;
  next?: (request: RoundRequest, round: number) => Promise<NextRound>;
  rounds?: number;
}) {
  let monotonic = 0;
  const clock = new ControlledClock();
  const startedAt = clock.now();
  const lease = new Lease({
    source: 'fake/main',
    holder: 'me',
    epoch: 1,
    ttlMs: 20_000,
    clock: clock.database,
    monotonicMs: () => monotonic,
    validUntilMs: 1,
  });
  const asked: number[] = [];
  const answered: (number | undefined)[] = [];
  const memory = {
    revision: 1,
    hasUnobserved: false,
    fresh: [] as string[],
    due: [] as string[],
    recheckAt: undefined as number | undefined,
  };
  const load = jest.fn(async (revision: number) => {
    memory.revision = revision;
    return memory.fresh;
  });
  const during: ((at: number) => void)[] = [];
  const loop = new SourceLoop({
    lease,
    memory: {
      load,
      isOutdated: revision => memory.revision !== revision,
      get hasUnobserved() {
        return memory.hasUnobserved;
      },
      due: () => memory.due,
      nextRecheckAt: after =>
        (memory.recheckAt ?? 0) > after ? memory.recheckAt : undefined,
    },
    intervalMs: INTERVAL_MS,
    start: {
      subjectsRevision: 1,
      troubled: false,
      usage: [],
      ...options.start,
    },
    logger: mockServices.logger.mock(),
    now: clock.now,
    random: () => 0.5,
    rounds: {
      next: async request => {
        asked.push(clock.now() - startedAt);
        answered.push(request.refreshRequestedAt);
        if (asked.length >= (options.rounds ?? 3)) {
          lease.end();
        }
        return (
          (await options.next?.(request, asked.length)) ?? {
            dueAt: clock.now() + INTERVAL_MS,
          }
        );
      },
    },
    wait: async (ms, ...signals) => {
      // In steps of a second, as the requests are read.
      for (
        let left = ms;
        left > 0 && !signals.some(({ aborted }) => aborted);
        left -= 1_000
      ) {
        clock.advance(Math.min(1_000, left));
        const at = clock.now() - startedAt;
        during.forEach(react => react(at));
      }
    },
  });
  return {
    loop,
    lease,
    memory,
    load,
    asked,
    answered,
    startedAt,
    clock,
    during: (react: (at: number) => void) => during.push(react),
    pauseFor: (ms: number) => {
      monotonic += ms;
    },
  };
}

const request = (more: Partial<LoopRequests> = {}): LoopRequests => ({
  subjectsRevision: 1,
  ...more,
});

describe('SourceLoop', () => {
  it('asks soon after its start, then at every interval, until the lease ends', async () => {
    const { loop, asked } = setUp({});
    await loop.run();
    expect(asked).toEqual([1_500, 31_500, 61_500]);
  });

  it('goes on with the schedule of the holder before', async () => {
    const { clock, ...first } = setUp({ rounds: 1 });
    const { loop, asked } = setUp({
      rounds: 1,
      start: { nextRoundAt: first.startedAt + 12_000 },
    });
    await loop.run();
    expect(asked).toEqual([12_000]);
  });

  it.each([
    [false, INTERVAL_MS],
    [true, 600_000],
  ])(
    'believes a far schedule only where a pause was asked for: %s',
    async (troubled, expected) => {
      const { startedAt } = setUp({});
      const { loop, asked } = setUp({
        rounds: 1,
        start: { nextRoundAt: startedAt + 600_000, troubled },
      });
      await loop.run();
      expect(asked).toEqual([expected]);
    },
  );

  it('answers a request for a refresh at once, and only once', async () => {
    const { loop, asked, answered, during } = setUp({ rounds: 3 });
    during(at => {
      // The answer crosses the request: it stays in the database for a while.
      if (at >= 11_500 && at < 15_500) {
        loop.requested(request({ refreshRequestedAt: 7 }));
      }
    });
    await loop.run();
    expect(asked).toEqual([1_500, 11_500, 41_500]);
    expect(answered).toEqual([undefined, 7, undefined]);
  });

  it('does not shorten a pause that the system asked for', async () => {
    const { loop, asked, during, clock } = setUp({
      rounds: 2,
      next: async () => ({
        dueAt: clock.now() + 120_000,
        notBefore: clock.now() + 120_000,
      }),
    });
    during(() => loop.requested(request({ refreshRequestedAt: 7 })));
    await loop.run();
    expect(asked).toEqual([1_000, 121_000]);
  });

  it('asks early when entities name something new', async () => {
    const { loop, asked, during, memory, load } = setUp({ rounds: 2 });
    during(at => {
      if (at === 5_500) {
        memory.hasUnobserved = true;
        loop.requested(request({ subjectsRevision: 2 }));
      }
    });
    await loop.run();
    expect(load).toHaveBeenCalledWith(2);
    expect(asked).toEqual([1_500, 5_500]);
  });

  it('waits for its turn when entities only stop naming something', async () => {
    const { loop, asked, during } = setUp({ rounds: 2 });
    during(at => {
      if (at === 5_500) {
        loop.requested(request({ subjectsRevision: 2 }));
      }
    });
    await loop.run();
    expect(asked).toEqual([1_500, 31_500]);
  });

  it('asks nobody while it does not know whether the lease is still its own', async () => {
    const { loop, asked, during, lease, pauseFor } = setUp({ rounds: 1 });
    pauseFor(60_000);
    during(at => {
      if (at >= 20_000) {
        lease.renewedUntil(Infinity);
      }
    });
    await loop.run();
    expect(asked[0]).toBeGreaterThanOrEqual(20_000);
  });

  it('tries again when storing fails', async () => {
    const { loop, asked } = setUp({
      rounds: 2,
      next: async (_, round) => {
        if (round === 1) {
          throw new Error('the database is away');
        }
        return { dueAt: 0 };
      },
    });
    await loop.run();
    expect(asked).toEqual([1_500, 6_500]);
  });
});
