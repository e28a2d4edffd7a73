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

  it('leaves in force what was there before versions could wait', async () => {
    const knex = await databases.init(id);
    await migrate({ database: serviceOf(knex), logger });
    await knex.migrate.down({
      directory,
      name: '20261126140000_waiting_versions.js',
    });
    await knex('runbook').insert({
      id: 'r',
      entity_ref: 'component:default/checkout',
      title: 'Old',
      state: 'published',
      pinned: false,
      tags_json: '[]',
      matches_json: '[]',
      reviewers_json: '[]',
      version: 7,
      content_hash: 'h',
      content_by: 'user:default/mira',
      search: 'old',
      created_at: 1,
      created_by: 'user:default/mira',
      updated_at: 1,
      updated_by: 'user:default/mira',
      no_help_json: '[]',
      reports_json: '[]',
    });
    await migrate({ database: serviceOf(knex), logger });
    await expect(
      knex('runbook').select('version', 'latest_version', 'waiting_since'),
    ).resolves.toEqual([
      { version: 7, latest_version: 7, waiting_since: null },
    ]);
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
