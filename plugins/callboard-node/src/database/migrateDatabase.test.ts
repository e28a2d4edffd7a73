import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import path from 'node:path';
import {
  migrateDatabase,
  type MigrateDatabaseOptions,
} from './migrateDatabase';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const MIGRATIONS = path.resolve(__dirname, '../__testUtils__/migrations');
const BROKEN = path.resolve(__dirname, '../__testUtils__/brokenMigrations');

function migrate(
  knex: Knex,
  options: Partial<MigrateDatabaseOptions> & { readonly skip?: boolean } = {},
): Promise<Knex> {
  const { skip = false, ...others } = options;
  return migrateDatabase({
    database: { getClient: async () => knex, migrations: { skip } },
    logger: mockServices.logger.mock(),
    pluginId: 'lamps',
    directory: MIGRATIONS,
    ...others,
  });
}

describe.each(databases.eachSupportedId())('migrateDatabase, %s', id => {
  it('creates the tables, and does nothing the second time', async () => {
    const knex = await databases.init(id);
    await migrate(knex);
    await migrate(knex);
    await expect(knex('lamps')).resolves.toEqual([]);
  });

  it('honours skip', async () => {
    const knex = await databases.init(id);
    await migrate(knex, { skip: true });
    await expect(knex.schema.hasTable('lamps')).resolves.toBe(false);
  });

  it('comes up with a lock that was left behind', async () => {
    const knex = await databases.init(id);
    await migrate(knex);
    await knex('knex_migrations_lock').update({ is_locked: 1 });
    await migrate(knex);
    await expect(knex('knex_migrations_lock')).resolves.toMatchObject([
      { is_locked: 0 },
    ]);
  });

  it('survives a downgrade', async () => {
    const knex = await databases.init(id);
    await migrate(knex);
    await knex('knex_migrations').insert({
      name: '29990101000000_from_the_future.js',
      batch: 2,
      migration_time: new Date(),
    });
    await expect(migrate(knex)).resolves.toBeDefined();
  });

  it('leaves nothing of a migration that fails halfway', async () => {
    const knex = await databases.init(id);
    await expect(migrate(knex, { directory: BROKEN })).rejects.toThrow(
      'broken on purpose',
    );
    await expect(knex.schema.hasTable('half')).resolves.toBe(false);
    await migrate(knex);
    await expect(knex.schema.hasTable('lamps')).resolves.toBe(true);
  });
});

const onPostgres = databases.supports('POSTGRES_15') ? describe : describe.skip;

onPostgres('migrateDatabase on PostgreSQL', () => {
  it('lets instances start together on an empty database', async () => {
    const knex = await databases.init('POSTGRES_15');
    await Promise.all([1, 2, 3].map(() => migrate(knex, { retryEveryMs: 20 })));
    await expect(knex('knex_migrations_lock')).resolves.toHaveLength(1);
    await expect(knex('knex_migrations')).resolves.toHaveLength(1);
  });

  it('names the table to unlock when another process does not end', async () => {
    const knex = await databases.init('POSTGRES_15');
    const other = await knex.transaction();
    await other.raw(
      `select pg_advisory_xact_lock(hashtext('lamps.migrate'), hashtext(current_schema()))`,
    );
    await expect(
      migrate(knex, { retryForMs: 60, retryEveryMs: 20 }),
    ).rejects.toThrow('knex_migrations_lock');
    await other.rollback();
  });

  it('does not wait for another plugin', async () => {
    const knex = await databases.init('POSTGRES_15');
    const other = await knex.transaction();
    await other.raw(
      `select pg_advisory_xact_lock(hashtext('ropes.migrate'), hashtext(current_schema()))`,
    );
    await migrate(knex, { retryForMs: 60, retryEveryMs: 20 });
    await other.rollback();
    await expect(knex('lamps')).resolves.toEqual([]);
  });
});
