import type { DatabaseService } from '@backstage/backend-plugin-api';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
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
    await expect(knex.schema.hasTable('runbook_version')).resolves.toBe(true);
    await knex.migrate.rollback({ directory }, true);
    await expect(knex.schema.hasTable('runbook_version')).resolves.toBe(false);
    await migrate({ database: serviceOf(knex), logger });
    await expect(knex('runbook')).resolves.toEqual([]);
  });
});

const onPostgres = databases.supports('POSTGRES_15') ? describe : describe.skip;

onPostgres('the tables', () => {
  it('say what they and their columns are', async () => {
    const knex = await databases.init('POSTGRES_15');
    await migrate({ database: serviceOf(knex), logger });
    const { rows } = await knex.raw(
      `select c.relname as "table", a.attname as "column"
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
     join pg_attribute a on a.attrelid = c.oid and a.attnum >= 0 and not a.attisdropped
     where c.relkind = 'r' and c.relname not like 'knex_%'
       and (col_description(c.oid, a.attnum) is null or obj_description(c.oid) is null)`,
    );
    expect(rows).toEqual([]);
  });
});
