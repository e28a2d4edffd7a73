import type { Knex } from 'knex';
import { migrate } from '../database/migrate';
import { silentLogger } from './silentServices';

/** Tables without those that go with their service. */
const TABLES = [
  'service_board',
  'source_shard',
  'source',
  'source_lease',
  'instance',
];

/** Migrates the database if need be, and empties it: creating one for each test takes far longer. */
export async function emptyDatabase(knex: Knex): Promise<void> {
  knex.removeAllListeners('query');
  await migrate({
    database: { getClient: async () => knex },
    logger: silentLogger,
  });
  for (const table of TABLES) {
    await knex(table).delete();
  }
  await knex('revision').update({ value: 0 });
}
