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
} from './__testUtils__/FakeStatusSource';
import {
  silentLogger,
  silentMetricsService,
} from './__testUtils__/silentServices';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

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
});
