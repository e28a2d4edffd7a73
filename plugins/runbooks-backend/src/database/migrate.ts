import {
  resolvePackagePath,
  type DatabaseService,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import { migrateDatabase } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';

/** Brings the tables of runbooks up to date and returns the client. */
export async function migrate(services: {
  readonly database: DatabaseService;
  readonly logger: LoggerService;
}): Promise<Knex> {
  return migrateDatabase({
    ...services,
    pluginId: 'runbooks',
    directory: resolvePackagePath(
      '@callboard/plugin-runbooks-backend',
      'migrations',
    ),
  });
}
