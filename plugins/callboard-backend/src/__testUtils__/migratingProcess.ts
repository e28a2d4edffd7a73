import knexFactory from 'knex';
import { migrate } from '../database/migrate';
import { silentLogger } from './silentServices';

/** Runs migrations that do not end. Arguments: config of knex, directory. */
const [, , config, directory] = process.argv;
const knex = knexFactory({ ...JSON.parse(config), useNullAsDefault: true });

migrate({
  database: { getClient: async () => knex },
  logger: silentLogger,
  directory,
}).catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
