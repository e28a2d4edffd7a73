import type { DatabaseService } from '@backstage/backend-plugin-api';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import fs from 'node:fs/promises';
import path from 'node:path';
import { migrate } from './migrate';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const logger = mockServices.logger.mock();
const directory = path.resolve(__dirname, '../../migrations');

function serviceOf(knex: Knex): DatabaseService {
  return { getClient: async () => knex };
}

describe.each(databases.eachSupportedId())('migrate, %s', id => {
  it('makes the tables, does nothing the second time, and can be taken back', async () => {
    const knex = await databases.init(id);
    await migrate({ database: serviceOf(knex), logger });
    await migrate({ database: serviceOf(knex), logger });
    await expect(knex('revision')).resolves.toHaveLength(1);
    await knex.migrate.rollback({ directory }, true);
    await expect(knex.schema.hasTable('revision')).resolves.toBe(false);
    await migrate({ database: serviceOf(knex), logger });
    await expect(knex('revision')).resolves.toHaveLength(1);
  });
});

describe('the migrations', () => {
  it('run in a transaction, all of them', async () => {
    const names = await fs.readdir(directory);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const text = await fs.readFile(path.join(directory, name), 'utf8');
      expect(text).not.toContain('exports.config');
    }
  });
});
