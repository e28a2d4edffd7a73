import {
  TestDatabases,
  mockServices,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createSpine } from './createSpine';
import { emptyDatabase } from './__testUtils__/emptyDatabase';
import {
  component,
  FakeProvider,
  FakeStatusSource,
  FakeWatchedSource,
  verdictOf,
} from './__testUtils__/FakeStatusSource';
import {
  silentLogger,
  silentMetricsService,
} from './__testUtils__/silentServices';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

/** Waits until something is true, looking again with every revision and now and then. */
class Revisions {
  #bumped = () => {};

  bump(): void {
    this.#bumped();
  }

  async until(isTrue: () => Promise<boolean>): Promise<void> {
    while (!(await isTrue())) {
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, 20);
        this.#bumped = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}

describe.each(databases.eachSupportedId())('the write side, %s', id => {
  it('observes until it is stopped, ends a round that hangs, and gives its leases back', async () => {
    const knex = await databases.init(id as TestDatabaseId);
    await emptyDatabase(knex);
    const quick = new FakeStatusSource({ name: 'quick' });
    const hanging = new FakeStatusSource({ name: 'hanging' });
    let aborted = false;
    const hangs = new Promise<void>(resolve => {
      hanging.answer = ({ signal }) => {
        resolve();
        signal.addEventListener('abort', () => {
          aborted = true;
        });
        return new Promise(() => {});
      };
    });
    const observed = new Promise<void>(resolve => {
      quick.answer = async ({ subjects }) => {
        if (subjects.length > 0) {
          resolve();
        }
        return quick.round(subjects);
      };
    });
    const provider = new FakeProvider(quick, hanging);
    const spine = await createSpine({
      knex,
      config: new ConfigReader({
        callboard: { sources: { 'fake/quick': { interval: '5s' } } },
      }),
      logger: silentLogger,
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [component('shop', { jobs: 'quick:a;hanging:b' })],
      }),
      metrics: silentMetricsService,
      providers: [provider],
      servicesFilter: { kind: 'component' },
      onRevision: () => {},
      random: () => 0,
    });
    spine.start();
    await Promise.all([hangs, observed]);
    await expect(
      knex('source').where({ source: 'fake/quick' }).first(),
    ).resolves.toMatchObject({ interval_ms: 5_000 });
    await spine.stop();
    expect(aborted).toBe(true);
    await expect(
      knex('source_lease').orderBy('source').select('source', 'holder'),
    ).resolves.toEqual([
      { source: 'catalog/services', holder: null },
      { source: 'fake/hanging', holder: null },
      { source: 'fake/quick', holder: null },
    ]);
    await expect(knex('instance')).resolves.toEqual([]);
    // Nothing is left that would go on.
    await knex.destroy();
  }, 30_000);

  it('observes sources that turn up and watches them, until they are gone', async () => {
    const knex = await databases.init(id as TestDatabaseId);
    await emptyDatabase(knex);
    const provider = new FakeProvider();
    provider.searching = true;
    const revisions = new Revisions();
    const spine = await createSpine({
      knex,
      config: new ConfigReader({}),
      logger: silentLogger,
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [component('shop', { jobs: 'late:a,b' })],
      }),
      metrics: silentMetricsService,
      providers: [provider],
      servicesFilter: { kind: 'component' },
      leases: { tickMs: 20 },
      onRevision: () => revisions.bump(),
      random: () => 0,
    });
    const row = () => knex('source').where({ source: 'fake/late' }).first();
    const statuses = async () => {
      const rows = await knex('observation').orderBy('subject_id');
      return rows.map(
        ({ verdict_json }) => JSON.parse(verdict_json).status as string,
      );
    };
    spine.start();
    const late = new FakeWatchedSource({ name: 'late' });
    provider.sources = [late];
    provider.searching = false;
    await revisions.until(
      async () => String(await statuses()) === String(['ok', 'ok']),
    );
    await revisions.until(async () => (await row()).state === 'ok');
    expect(Boolean((await row()).watched)).toBe(true);

    late.verdicts.set('b', verdictOf('failing'));
    const [subject] = await knex('subject').where({ key: 'b' });
    late.watching?.onChange([String(subject.id)]);
    await revisions.until(
      async () => String(await statuses()) === String(['ok', 'failing']),
    );
    expect(late.wanted.at(-1)).toEqual(['b']);
    expect(late.watches).toBe(1);

    const instead = new FakeWatchedSource({ name: 'late' });
    provider.sources = [instead];
    await revisions.until(async () => instead.watches === 1);
    expect(late.watching).toBeUndefined();

    provider.sources = [];
    await revisions.until(async () => instead.watching === undefined);
    await revisions.until(async () => !(await row()).configured);
    await spine.stop();
    await knex.destroy();
  }, 30_000);
});
