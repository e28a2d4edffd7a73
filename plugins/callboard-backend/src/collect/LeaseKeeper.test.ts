import {
  TestDatabases,
  mockServices,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { emptyDatabase } from '../__testUtils__/emptyDatabase';
import { ControlledClock } from '../__testUtils__/ControlledClock';
import type { Lease } from './Lease';
import { LeaseKeeper } from './LeaseKeeper';
import { LeaseLostError } from './LeaseLostError';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const logger = mockServices.logger.mock();

/** Work that goes on until its lease ends. */
function untilEnd(lease: Lease): Promise<void> {
  return new Promise(resolve => {
    lease.signal.addEventListener('abort', () => resolve());
  });
}

async function settled(): Promise<void> {
  await new Promise(resolve => setImmediate(resolve));
}

describe.each(databases.eachSupportedId())('LeaseKeeper, %s', id => {
  const sources = ['a/1', 'a/2', 'a/3', 'a/4'];
  let knex: Knex;
  let clock: ControlledClock;

  beforeAll(async () => {
    knex = await databases.init(id as TestDatabaseId);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    clock = new ControlledClock();
  });

  function keeper(
    instanceId: string,
    options: { sources?: string[]; monotonic?: ControlledClock } = {},
  ): LeaseKeeper {
    return LeaseKeeper.create({
      knex,
      logger,
      instanceId,
      sources: () => options.sources ?? sources,
      onAcquired: untilEnd,
      clock: clock.database,
      monotonicMs: (options.monotonic ?? clock).now,
      random: () => 0.5,
    });
  }

  function names(held: LeaseKeeper): string[] {
    return held.held.map(lease => lease.source).sort();
  }

  it('takes everything when it is alone', async () => {
    const a = keeper('a');
    await a.tick();
    expect(names(a)).toEqual(sources);
    expect(a.held.every(lease => lease.isCurrent())).toBe(true);
  });

  it('gives everything back on shutdown, and another takes it at once', async () => {
    const a = keeper('a');
    await a.tick();
    await a.stop();
    expect(a.held).toEqual([]);
    const b = keeper('b');
    await b.tick();
    expect(names(b)).toEqual(sources);
  });

  it('refuses to write with an epoch that is over', async () => {
    const a = keeper('a');
    await a.tick();
    const [stale] = a.held;
    clock.advance(20_001);
    const b = keeper('b');
    await b.tick();
    expect(names(b)).toEqual(sources);
    await expect(
      knex.transaction(async tx => {
        await stale.fence(tx);
        await tx('revision').update({ value: 99 });
      }),
    ).rejects.toThrow(LeaseLostError);
    expect(Number((await knex('revision').first()).value)).toBe(0);
    const fresh = b.held.find(({ source }) => source === stale.source)!;
    await expect(
      knex.transaction(tx => fresh.fence(tx)),
    ).resolves.toBeUndefined();
  });

  it('takes a source that turns up, and gives one back that is gone', async () => {
    let known = ['a/1'];
    const a = LeaseKeeper.create({
      knex,
      logger,
      instanceId: 'a',
      sources: () => known,
      onAcquired: untilEnd,
      clock: clock.database,
      monotonicMs: clock.now,
    });
    await a.tick();
    known = ['a/1', 'a/2'];
    await a.tick();
    expect(names(a)).toEqual(['a/1', 'a/2']);
    const [first] = a.held;
    known = ['a/2'];
    await a.tick();
    expect(names(a)).toEqual(['a/2']);
    expect(first.signal.aborted).toBe(true);
    await a.stop();
    await expect(knex('source_lease').whereNotNull('holder')).resolves.toEqual(
      [],
    );
  });

  it('renews by writing', async () => {
    const a = keeper('a', { sources: ['a/1'] });
    await a.tick();
    clock.advance(15_000);
    await knex.transaction(tx => a.held[0].fence(tx));
    const { expires_at } = await knex('source_lease').first();
    expect(Number(expires_at)).toBe(clock.now() + 20_000);
  });

  it('notices a pause longer than the lease before it starts anything', async () => {
    const a = keeper('a', { sources: ['a/1'] });
    await a.tick();
    const [lease] = a.held;
    clock.advance(20_001);
    expect(lease.isCurrent()).toBe(false);
  });

  it('goes on after a pause in which nobody took over', async () => {
    const a = keeper('a', { sources: ['a/1'] });
    await a.tick();
    const [lease] = a.held;
    clock.advance(60_000);
    await a.tick();
    expect(a.held).toEqual([lease]);
    expect(lease.isCurrent()).toBe(true);
  });

  it('stops its work when another has taken over meanwhile', async () => {
    const a = keeper('a', { sources: ['a/1'] });
    await a.tick();
    const [lease] = a.held;
    await knex('source_lease').update({ holder: 'b', epoch: 7 });
    await a.tick();
    expect(a.held).toEqual([]);
    expect(lease.signal.aborted).toBe(true);
  });

  it('stops its work when the database does not answer', async () => {
    const a = keeper('a', { sources: ['a/1'] });
    await a.tick();
    const [lease] = a.held;
    clock.advance(20_001);
    await knex.schema.renameTable('source_lease', 'gone');
    await expect(a.tick()).rejects.toMatchObject({
      message: expect.stringContaining('source_lease'),
    });
    expect(lease.signal.aborted).toBe(true);
    await knex.schema.renameTable('gone', 'source_lease');
    await settled();
    await a.tick();
    expect(a.held).toHaveLength(1);
  });

  it('takes a source that only it is able to observe, beyond its share', async () => {
    const b = keeper('b', { sources: [] });
    await b.tick();
    const a = keeper('a', { sources: ['a/1', 'a/2', 'a/3'] });
    await a.tick();
    for (let tick = 0; tick < 4; tick++) {
      await b.tick();
      await a.tick();
    }
    expect(names(a)).toEqual(['a/1', 'a/2', 'a/3']);
  });
});

const postgres = databases.eachSupportedId().some(([id]) => id !== 'SQLITE_3');

// SQLite is for one instance: a second one takes everything when it starts.
(postgres ? describe : describe.skip)('LeaseKeeper on PostgreSQL', () => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init('POSTGRES_15');
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
  });

  it('spreads the sources over the live instances', async () => {
    const sources = ['a/1', 'a/2', 'a/3', 'a/4'];
    const create = (instanceId: string) =>
      LeaseKeeper.create({
        knex,
        logger,
        instanceId,
        sources: () => sources,
        onAcquired: untilEnd,
      });
    const a = create('a');
    await a.tick();
    const b = create('b');
    await b.tick();
    await a.tick();
    // What was given back is in the database only after the work has stopped.
    while (b.held.length < 2) {
      await b.tick();
    }
    await a.tick();
    expect(a.held).toHaveLength(2);
    expect([...a.held, ...b.held].map(({ source }) => source).sort()).toEqual(
      sources,
    );
  });

  it('is not blocked for long by a holder that stopped inside a transaction', async () => {
    const create = (instanceId: string) =>
      LeaseKeeper.create({
        knex,
        logger,
        instanceId,
        sources: () => ['a/1'],
        onAcquired: untilEnd,
        ttlMs: 100,
      });
    const a = create('a');
    await a.tick();
    const [lease] = a.held;
    let wakeUp = () => {};
    const awake = new Promise<void>(resolve => {
      wakeUp = resolve;
    });
    let inside = () => {};
    const fenced = new Promise<void>(resolve => {
      inside = resolve;
    });
    const paused = knex.transaction(async tx => {
      await lease.fence(tx);
      await tx('revision').update({ value: 99 });
      inside();
      await awake;
    });
    const outcome = paused.then(
      () => 'committed',
      () => 'refused',
    );
    await fenced;
    await knex.raw('select pg_sleep(0.3)');
    const b = create('b');
    const startedAt = performance.now();
    while (b.held.length === 0) {
      await b.tick();
    }
    expect(performance.now() - startedAt).toBeLessThan(6_000);
    wakeUp();
    await expect(outcome).resolves.toBe('refused');
    expect(Number((await knex('revision').first()).value)).toBe(0);
    expect(lease.isCurrent()).toBe(false);
  }, 15_000);
});
