import {
  resolvePackagePath,
  type DatabaseService,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import { migrateDatabase } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';

/** Brings the tables of the board up to date and returns the client. */
export async function migrate(services: {
  readonly database: DatabaseService;
  readonly logger: LoggerService;
}): Promise<Knex> {
  return migrateDatabase({
    ...services,
    pluginId: 'callboard',
    directory: resolvePackagePath(
      '@callboard/plugin-callboard-backend',
      'migrations',
    ),
  });
}
