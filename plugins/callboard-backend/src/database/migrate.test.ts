import {
  TestDatabases,
  mockServices,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import fs from 'node:fs/promises';
import path from 'node:path';
import { migrate } from './migrate';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const logger = mockServices.logger.mock();

function serviceOf(knex: Knex, skip = false): DatabaseService {
  return { getClient: async () => knex, migrations: { skip } };
}

describe.each(databases.eachSupportedId())('migrate, %s', id => {
  async function init(): Promise<Knex> {
    return databases.init(id as TestDatabaseId);
  }

  it('creates the tables, and does nothing the second time', async () => {
    const knex = await init();
    await migrate({ database: serviceOf(knex), logger });
    await migrate({ database: serviceOf(knex), logger });
    await expect(knex('revision').first('value')).resolves.toMatchObject({
      value: expect.anything(),
    });
  });

  it('honours skip', async () => {
    const knex = await init();
    await migrate({ database: serviceOf(knex, true), logger });
    await expect(knex.schema.hasTable('revision')).resolves.toBe(false);
  });

  it('comes up with a lock that was left behind', async () => {
    const knex = await init();
    await migrate({ database: serviceOf(knex), logger });
    await knex('knex_migrations_lock').update({ is_locked: 1 });
    await migrate({ database: serviceOf(knex), logger });
    await expect(knex('knex_migrations_lock')).resolves.toMatchObject([
      { is_locked: 0 },
    ]);
  });

  it('survives a downgrade', async () => {
    const knex = await init();
    await migrate({ database: serviceOf(knex), logger });
    await knex('knex_migrations').insert({
      name: '29990101000000_from_the_future.js',
      batch: 2,
      migration_time: new Date(),
    });
    await expect(
      migrate({ database: serviceOf(knex), logger }),
    ).resolves.toBeDefined();
  });

  it('leaves nothing of a migration that fails halfway', async () => {
    const knex = await init();
    const directory = path.resolve(
      __dirname,
      '../__testUtils__/brokenMigrations',
    );
    await expect(
      migrate({ database: serviceOf(knex), logger, directory }),
    ).rejects.toThrow('broken on purpose');
    await expect(knex.schema.hasTable('half')).resolves.toBe(false);
    await migrate({ database: serviceOf(knex), logger });
    await expect(knex.schema.hasTable('revision')).resolves.toBe(true);
  });

  it('has only migrations that run in a transaction', async () => {
    const directory = path.resolve(__dirname, '../../migrations');
    const names = await fs.readdir(directory);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const text = await fs.readFile(path.join(directory, name), 'utf8');
      expect(text).not.toContain('exports.config');
    }
  });
});

const postgres = databases.eachSupportedId().some(([id]) => id !== 'SQLITE_3');

(postgres ? describe : describe.skip)('migrate on PostgreSQL', () => {
  it('lets instances start together on an empty database', async () => {
    const knex = await databases.init('POSTGRES_15');
    await Promise.all(
      [1, 2, 3].map(() =>
        migrate({ database: serviceOf(knex), logger, retryEveryMs: 20 }),
      ),
    );
    await expect(knex('knex_migrations_lock')).resolves.toHaveLength(1);
    await expect(knex('revision')).resolves.toHaveLength(1);
  });

  it('names the table to unlock when another process does not end', async () => {
    const knex = await databases.init('POSTGRES_15');
    const other = await knex.transaction();
    await other.raw(
      `select pg_advisory_xact_lock(hashtext('callboard.migrate'), hashtext(current_schema()))`,
    );
    await expect(
      migrate({
        database: serviceOf(knex),
        logger,
        retryForMs: 60,
        retryEveryMs: 20,
      }),
    ).rejects.toThrow('knex_migrations_lock');
    await other.rollback();
  });
});
