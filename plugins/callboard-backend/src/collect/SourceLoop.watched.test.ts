import { mockServices } from '@backstage/backend-test-utils';
import type { WatchOptions } from '@callboard/plugin-callboard-node';
import { ControlledClock } from '../__testUtils__/ControlledClock';
import { Lease } from './Lease';
import { SourceLoop } from './SourceLoop';
import type { NextRound, RoundRequest } from './SourceRounds';

const INTERVAL_MS = 10_000;
/** So finely goes the time of these tests. */
const STEP_MS = 10;

/** A watched source whose waiting moves the clock; what happens meanwhile is up to the test. */
function setUp(options: {
  rounds: number;
  next?: (request: RoundRequest, round: number) => Promise<Partial<NextRound>>;
}) {
  const clock = new ControlledClock();
  const startedAt = clock.now();
  const lease = new Lease({
    source: 'fake/main',
    holder: 'me',
    epoch: 1,
    ttlMs: 20_000,
    clock: clock.database,
    monotonicMs: () => 0,
    validUntilMs: 1,
  });
  const rounds: { at: number; wanted: string[] | string | undefined }[] = [];
  const memory = {
    revision: 1,
    fresh: [] as string[],
    rechecks: new Map<string, number>(),
  };
  const during: ((at: number) => void)[] = [];
  let watch: WatchOptions | undefined;
  let watched = 'no';
  const loop = new SourceLoop({
    lease,
    intervalMs: INTERVAL_MS,
    start: { subjectsRevision: 1, troubled: true, usage: [] },
    logger: mockServices.logger.mock(),
    now: clock.now,
    random: () => 0.5,
    memory: {
      hasUnobserved: false,
      isOutdated: revision => revision !== memory.revision,
      load: async revision => {
        memory.revision = revision;
        return memory.fresh;
      },
      due: now =>
        [...memory.rechecks].flatMap(([id, at]) =>
          startedAt + at <= now ? [id] : [],
        ),
      nextRecheckAt: after =>
        [...memory.rechecks.values()]
          .map(at => startedAt + at)
          .filter(at => at > after)
          .sort()
          .at(0),
    },
    watch: {
      run: async given => {
        watch = given;
        watched = 'yes';
        await new Promise<void>(resolve => {
          given.signal.addEventListener('abort', () => resolve());
        });
        watched = 'stopped';
      },
    },
    rounds: {
      next: async request => {
        const { wanted } = request;
        rounds.push({
          at: clock.now() - startedAt,
          wanted: typeof wanted === 'object' ? [...wanted] : wanted,
        });
        const next = await options.next?.(request, rounds.length);
        if (rounds.length >= options.rounds) {
          lease.end();
        }
        return { dueAt: clock.now() + INTERVAL_MS, ...next };
      },
    },
    wait: async (ms, ...signals) => {
      for (
        let left = ms;
        left > 0 && !signals.some(({ aborted }) => aborted);
        left -= STEP_MS
      ) {
        clock.advance(Math.min(STEP_MS, left));
        const at = clock.now() - startedAt;
        during.forEach(react => react(at));
      }
    },
  });
  return {
    loop,
    rounds,
    memory,
    startedAt,
    watched: () => watched,
    changed: (ids?: string[]) => watch?.onChange(ids),
    /** Does something once, so long after the start. */
    at: (ms: number, react: () => void) =>
      during.push(now => now === ms && react()),
    requested: loop.requested.bind(loop),
  };
}

describe('SourceLoop of a watched source', () => {
  it('watches first, asks for everything, then proves that the source is alive', async () => {
    const { loop, rounds, watched } = setUp({
      rounds: 3,
      next: async () => {
        expect(watched()).toBe('yes');
        return {};
      },
    });
    await loop.run();
    expect(rounds).toEqual([
      { at: 0, wanted: 'all' },
      { at: 10_000, wanted: [] },
      { at: 20_000, wanted: [] },
    ]);
    expect(watched()).toBe('stopped');
  });

  it('asks for what changed at once, a burst at a time', async () => {
    const { loop, rounds, at, changed } = setUp({ rounds: 4 });
    at(2_000, () => changed(['1', '2']));
    at(2_040, () => changed(['2', '3']));
    at(2_060, () => changed(['4']));
    at(3_000, () => changed([]));
    await loop.run();
    expect(rounds.slice(1)).toEqual([
      { at: 2_050, wanted: ['1', '2', '3'] },
      { at: 2_110, wanted: ['4'] },
      { at: 12_110, wanted: [] },
    ]);
  });

  it('asks again for what changes while it is asked for', async () => {
    const { loop, rounds, at, changed } = setUp({
      rounds: 3,
      next: async (_, round) => {
        if (round === 2) changed(['1']);
        return {};
      },
    });
    at(1_000, () => changed(['1']));
    await loop.run();
    expect(rounds.slice(1)).toEqual([
      { at: 1_050, wanted: ['1'] },
      { at: 1_100, wanted: ['1'] },
    ]);
  });

  it('forgets nothing when the database is away', async () => {
    const { loop, rounds, at, changed } = setUp({
      rounds: 3,
      next: async (_, round) => {
        if (round === 2) throw new Error('the database is away');
        return {};
      },
    });
    at(1_000, () => changed(['1']));
    at(2_000, () => changed(['2']));
    await loop.run();
    expect(rounds.slice(1)).toEqual([
      { at: 1_050, wanted: ['1'] },
      { at: 6_050, wanted: ['1', '2'] },
    ]);
  });

  it('asks again with the next round for what it was not told', async () => {
    const { loop, rounds } = setUp({
      rounds: 2,
      next: async (_, round) => (round === 1 ? { missed: new Set(['1']) } : {}),
    });
    await loop.run();
    expect(rounds[1]).toEqual({ at: 10_000, wanted: ['1'] });
  });

  it('sees at once that it is cut off, and that it is back', async () => {
    const { loop, rounds, at, changed, startedAt } = setUp({
      rounds: 3,
      next: async (_, round) =>
        round === 2
          ? {
              failed: true,
              missed: new Set(['1']),
              dueAt: startedAt + 60_000,
              notBefore: startedAt + 60_000,
            }
          : {},
    });
    at(1_000, () => changed());
    // What a part that still works reports cannot be told either.
    at(2_000, () => changed(['2']));
    at(5_000, () => changed());
    await loop.run();
    expect(rounds.slice(1)).toEqual([
      { at: 1_050, wanted: [] },
      { at: 5_000, wanted: ['1', '2'] },
    ]);
  });

  it('is in no hurry with a source that comes and goes', async () => {
    const { loop, rounds, at, changed, startedAt } = setUp({
      rounds: 3,
      next: async (_, round) =>
        round === 2 ? { failed: true, dueAt: startedAt + 60_000 } : {},
    });
    at(1_000, () => changed());
    at(1_100, () => changed());
    await loop.run();
    expect(rounds.map(round => round.at)).toEqual([0, 1_050, 2_050]);
  });

  it('settles what is due at its moment', async () => {
    const { loop, rounds, memory } = setUp({
      rounds: 2,
      next: async () => {
        memory.rechecks = new Map([
          ['1', 4_000],
          ['2', 7_000],
        ]);
        return {};
      },
    });
    await loop.run();
    expect(rounds[1]).toEqual({ at: 4_000, wanted: ['1'] });
  });

  it('does not hurry for what it was not told when it was due', async () => {
    const { loop, rounds, memory } = setUp({ rounds: 3 });
    memory.rechecks.set('1', 4_000);
    await loop.run();
    expect(rounds.map(({ at }) => at)).toEqual([0, 4_000, 14_000]);
  });

  it('asks at once for what entities name anew', async () => {
    const { loop, rounds, memory, at, requested } = setUp({ rounds: 2 });
    at(3_000, () => {
      memory.fresh = ['9'];
      requested({ subjectsRevision: 2 });
    });
    await loop.run();
    expect(rounds[1]).toEqual({ at: 3_050, wanted: ['9'] });
  });

  it('asks for everything when a person wants to know', async () => {
    const { loop, rounds, at, requested } = setUp({ rounds: 3 });
    at(3_000, () => requested({ subjectsRevision: 1, refreshRequestedAt: 7 }));
    await loop.run();
    expect(rounds.slice(1)).toEqual([
      { at: 3_000, wanted: 'all' },
      { at: 13_000, wanted: [] },
    ]);
  });
});
