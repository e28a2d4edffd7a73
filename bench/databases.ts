import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import knexFactory, { type Knex } from 'knex';

/** A database for a benchmark: the backend's config of it, and its own view of Callboard's tables. */
export interface BenchDatabase {
  readonly name: string;
  readonly config: object;
  readonly callboard: Knex.Config;
  remove(): Promise<void>;
}

const POSTGRES =
  process.env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING;

export function sqliteDatabase(): BenchDatabase {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'callboard-bench-'));
  return {
    name: 'SQLite',
    config: { client: 'better-sqlite3', connection: { directory } },
    callboard: {
      client: 'better-sqlite3',
      connection: { filename: path.join(directory, 'callboard.sqlite') },
      useNullAsDefault: true,
    },
    remove: async () => rmSync(directory, { recursive: true, force: true }),
  };
}

function postgres(connectionString: string): BenchDatabase {
  const prefix = `bench_${Date.now()}_`;
  const url = new URL(connectionString);
  const connection = {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
  return {
    name: 'PostgreSQL',
    config: { client: 'pg', connection, prefix },
    callboard: {
      client: 'pg',
      connection: { ...connection, database: `${prefix}callboard` },
    },
    async remove() {
      const admin = knexFactory({
        client: 'pg',
        connection: { ...connection, database: 'postgres' },
      });
      const { rows } = await admin.raw(
        'SELECT datname FROM pg_database WHERE datname LIKE ?',
        [`${prefix.replaceAll('_', '\\_')}%`],
      );
      for (const { datname } of rows) {
        await admin.raw('DROP DATABASE ?? WITH (FORCE)', [datname]);
      }
      await admin.destroy();
    },
  };
}

/** SQLite always; PostgreSQL where a connection string is set, and loudly not where none is. */
export function benchDatabases(): BenchDatabase[] {
  if (POSTGRES) return [sqliteDatabase(), postgres(POSTGRES)];
  process.stdout.write(
    'SKIPPED on PostgreSQL: BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING is not set\n',
  );
  return [sqliteDatabase()];
}
