import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  migrateDatabase,
  type MigrateDatabaseOptions,
} from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';

const PACKAGE = '@callboard/plugin-runbooks-backend';

/** Brings the tables of runbooks up to date and returns the client. */
export function migrate(
  services: Pick<MigrateDatabaseOptions, 'database' | 'logger'>,
): Promise<Knex> {
  const directory = resolvePackagePath(PACKAGE, 'migrations');
  return migrateDatabase({ ...services, pluginId: 'runbooks', directory });
}
