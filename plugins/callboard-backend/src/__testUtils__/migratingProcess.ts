import { migrateDatabase } from '@callboard/plugin-callboard-node';
import knexFactory from 'knex';
import { silentLogger } from './silentServices';

/** Runs migrations that do not end. Arguments: config of knex, directory. */
const [, , config, directory] = process.argv;
const knex = knexFactory({ ...JSON.parse(config), useNullAsDefault: true });

migrateDatabase({
  database: { getClient: async () => knex },
  logger: silentLogger,
  pluginId: 'callboard',
  directory,
}).catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
