import type {
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ForwardedError, isError } from '@backstage/errors';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { isPostgres } from './engine';

const LOCK_TABLE = 'knex_migrations_lock';
const RETRY_FOR_MS = 60_000;
const RETRY_EVERY_MS = 500;

/** @public */
export interface MigrateDatabaseOptions {
  readonly database: DatabaseService;
  readonly logger: LoggerService;
  /** Whose tables they are: one at a time migrates these in a schema. */
  readonly pluginId: string;
  /** Where the migrations are. */
  readonly directory: string;
  /** How long to wait for another process, a minute by default. */
  readonly retryForMs?: number;
  readonly retryEveryMs?: number;
}

/**
 * Brings a plugin's tables up to date and returns the client.
 *
 * Everything happens in one transaction, knex's lock included: a process that is killed leaves
 * nothing behind. Instances that start together wait for each other on an advisory lock, because
 * knex creates its own two tables without any lock. A newer release may have run migrations that
 * this one does not know; they are expand-only, so they are no reason not to start.
 * @public
 */
export async function migrateDatabase(
  options: MigrateDatabaseOptions,
): Promise<Knex> {
  const { database, pluginId } = options;
  const knex = await database.getClient();
  if (!isPostgres(knex)) {
    // Outside of any transaction: SQLite ignores both inside one.
    await knex.raw('PRAGMA journal_mode = WAL');
    await knex.raw('PRAGMA foreign_keys = ON');
  }
  if (database.migrations?.skip) {
    return knex;
  }
  const retryForMs = options.retryForMs ?? RETRY_FOR_MS;
  const retryEveryMs = options.retryEveryMs ?? RETRY_EVERY_MS;
  const attempts = Math.max(1, Math.ceil(retryForMs / retryEveryMs));
  for (let attempt = 1; ; attempt++) {
    try {
      await knex.transaction(tx => migrateWithin(tx, options));
      return knex;
    } catch (error) {
      if (!isLocked(error)) {
        throw error;
      }
      if (attempt >= attempts) {
        throw new ForwardedError(
          `Another process has been migrating the database of ${pluginId} for ${
            retryForMs / 1000
          } s. If none is running, set is_locked to 0 in the table ${LOCK_TABLE} and end idle connections that hold a lock`,
          error,
        );
      }
      await sleep(retryEveryMs);
    }
  }
}

class MigrationLockedError extends Error {
  name = 'MigrationLocked';
}

async function migrateWithin(
  tx: Knex.Transaction,
  { pluginId, directory, logger }: MigrateDatabaseOptions,
): Promise<void> {
  if (isPostgres(tx)) {
    const { rows } = await tx.raw(
      `select pg_try_advisory_xact_lock(hashtext(?), hashtext(current_schema())) as locked`,
      [`${pluginId}.migrate`],
    );
    if (!rows[0].locked) {
      throw new MigrationLockedError('Another instance is migrating');
    }
  }
  await freeStaleLock(tx, logger);
  await tx.migrate.latest({ directory, disableMigrationsListValidation: true });
}

/**
 * A lock that can be seen is stale: knex takes and frees it within the transaction of the
 * migrations, so a running one is not visible to others. It is left by a run without transactions,
 * or by a copy of the database.
 */
async function freeStaleLock(
  tx: Knex.Transaction,
  logger: LoggerService,
): Promise<void> {
  if (!(await tx.schema.hasTable(LOCK_TABLE))) {
    return;
  }
  const freed = await tx(LOCK_TABLE)
    .where('is_locked', 1)
    .update({ is_locked: 0 });
  if (freed > 0) {
    logger.warn(
      `Freed a stale lock in ${LOCK_TABLE}: an earlier migration did not end`,
    );
  }
}

function isLocked(error: unknown): boolean {
  if (!isError(error)) {
    return false;
  }
  // SQLITE_BUSY: another process writes, so it may be the one that migrates.
  return error.name === 'MigrationLocked' || error.code === 'SQLITE_BUSY';
}
