import knexFactory from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  startBackend,
  untilObserved,
  type BackendProcess,
} from '../backendProcess';
import { sqliteDatabase, type BenchDatabase } from '../databases';
import { report } from '../report';
import { ApiserverProxy } from './ApiserverProxy';
import type { ClusterBackendOptions } from './clusterBackend';
import type { Estate } from './Estate';

const MINUTE_MS = 60_000;
const CALM_MAX_MS = 180_000;
const CALM_MS = 15_000;
const CPU_BAR_PERCENT = 3;
/** A source says in its row that it lives, and whoever observes it in the rows of leases and instances. */
const PROOFS_OF_LIFE = ['source', 'source_lease', 'instance'];

/** What each table holds, row by row. */
type Contents = ReadonlyMap<string, readonly string[]>;

async function contentsOf(database: BenchDatabase): Promise<Contents> {
  const knex = knexFactory(database.callboard);
  try {
    const tables: Array<{ name: string }> = await knex('sqlite_master')
      .select('name')
      .where({ type: 'table' })
      .whereNot('name', 'like', 'sqlite_%');
    const contents = new Map<string, readonly string[]>();
    for (const { name } of tables) {
      const rows = await knex(name).select();
      contents.set(
        name,
        rows.map(row => JSON.stringify(row)),
      );
    }
    return contents;
  } finally {
    await knex.destroy();
  }
}

/** How many rows of each table are new, gone or other than before. */
function rowsWritten(before: Contents, after: Contents): Map<string, number> {
  const written = new Map<string, number>();
  for (const [table, rows] of after) {
    const known = new Set(before.get(table));
    const now = new Set(rows);
    const added = rows.filter(row => !known.has(row)).length;
    const gone = [...known].filter(row => !now.has(row)).length;
    written.set(table, Math.max(added, gone));
  }
  return written;
}

function words(written: Map<string, number>): string {
  return [...written]
    .filter(([, count]) => count > 0)
    .map(([table, count]) => `${table} ${count}`)
    .join(', ');
}

function isQuiet(written: Map<string, number>): boolean {
  return [...written].every(
    ([table, count]) => count === 0 || PROOFS_OF_LIFE.includes(table),
  );
}

/** What the start has set going is to be over. */
async function untilCalm(database: BenchDatabase): Promise<void> {
  const end = Date.now() + CALM_MAX_MS;
  for (;;) {
    const before = await contentsOf(database);
    await sleep(CALM_MS);
    const written = rowsWritten(before, await contentsOf(database));
    if (isQuiet(written)) return;
    if (Date.now() > end) {
      throw new Error(
        `The backend did not come to rest, it wrote ${words(written)}`,
      );
    }
  }
}

async function cpuMs(backend: BackendProcess) {
  const { user, system, at } = await backend.getJson('/api/bench/usage');
  return { used: (user + system) / 1_000, at };
}

/** A minute of a backend that watches pods of which nothing changes. */
export async function benchSteadyState(estate: Estate): Promise<void> {
  const database = sqliteDatabase();
  const proxy = await ApiserverProxy.before(estate.plane);
  const options: ClusterBackendOptions = {
    port: 7110,
    services: estate.services,
    kubernetes: estate.config({ url: proxy.url }),
    database: database.config,
    plugin: 'callboard',
  };
  const backend = await startBackend(options, 'kubernetes/clusterBackend.ts');
  try {
    await untilObserved(backend, estate.services);
    await untilCalm(database);
    const before = await contentsOf(database);
    const cpuBefore = await cpuMs(backend);
    proxy.take();
    await sleep(MINUTE_MS);
    const traffic = proxy.take();
    const cpuAfter = await cpuMs(backend);
    const written = rowsWritten(before, await contentsOf(database));
    const pods = `${estate.pods} idle pods for ${MINUTE_MS / 1_000} s`;
    report({
      name: `list calls, ${pods}`,
      measured: `${traffic.lists} lists; ${traffic.watches} watches begun anew, ${traffic.requests} requests in all`,
      against: 'none',
      ratio: traffic.lists,
      bar: 0,
    });
    const others = [...written].filter(
      ([table]) => !PROOFS_OF_LIFE.includes(table),
    );
    report({
      name: `rows written, ${pods}`,
      measured: `${words(written)}; of ${written.size} tables`,
      against: `none but the proofs of life in ${PROOFS_OF_LIFE.join(', ')}`,
      ratio: others.reduce((sum, [, count]) => sum + count, 0),
      bar: 0,
    });
    const usedMs = cpuAfter.used - cpuBefore.used;
    const wallMs = cpuAfter.at - cpuBefore.at;
    report({
      name: `CPU of the backend, % of a core, ${pods}`,
      measured: `${usedMs.toFixed(0)} ms of CPU, the whole process`,
      against: `${wallMs.toFixed(0)} ms`,
      ratio: (usedMs / wallMs) * 100,
      bar: CPU_BAR_PERCENT,
    });
  } finally {
    await backend.stop();
    await proxy.stop();
    await database.remove();
  }
}
