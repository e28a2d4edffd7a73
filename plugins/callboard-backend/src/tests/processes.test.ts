import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import knexFactory from 'knex';
import { fork, type ChildProcess } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { migrate } from '../database/migrate';
import type {
  HoldMessage,
  ObserverMessage,
  ObserverOptions,
} from '../__testUtils__/observerProcess';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const CONNECTION = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
const hasPostgres = Boolean(process.env[CONNECTION]);
const CHILDREN = path.resolve(__dirname, '../__testUtils__');
const children: ChildProcess[] = [];

if (!hasPostgres) {
  process.stderr.write(
    `\n!!! Tests of several processes on one PostgreSQL are SKIPPED: ${CONNECTION} is not set\n\n`,
  );
}

function start(script: string, args: string[]): ChildProcess {
  const child = fork(path.join(CHILDREN, script), args, {
    execArgv: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
    env: { ...process.env, NODE_ENV: 'development' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.push(child);
  return child;
}

function message<T extends { type: string }>(
  child: ChildProcess,
  type: T['type'],
): Promise<T> {
  return new Promise((resolve, reject) => {
    child.on('message', (received: T) => {
      if (received.type === type) {
        resolve(received);
      }
    });
    child.once('exit', code => reject(new Error(`The process ended: ${code}`)));
  });
}

/** A process that observes, and when it began its rounds, by source. */
class Observer {
  readonly child: ChildProcess;
  readonly rounds: { source: string; at: number }[] = [];

  constructor(options: ObserverOptions) {
    this.child = start('observerProcess.ts', [JSON.stringify(options)]);
    this.child.on('message', (received: ObserverMessage) => {
      if (received.type === 'round') {
        this.rounds.push({ source: received.source, at: Date.now() });
      }
    });
  }

  observedSince(at: number): string[] {
    const rounds = this.rounds.filter(round => round.at >= at);
    return [...new Set(rounds.map(({ source }) => source))].sort();
  }

  /** Stops the process in the middle of its next round. */
  async stopInsideRound(holdMs: number): Promise<void> {
    const inside = message<ObserverMessage>(this.child, 'inside');
    const hold: HoldMessage = { type: 'hold', ms: holdMs };
    this.child.send(hold);
    await inside;
    this.child.kill('SIGSTOP');
  }
}

async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  forMs: number,
) {
  const endAt = Date.now() + forMs;
  while (!(await holds())) {
    if (Date.now() > endAt) {
      throw new Error(`Not within ${forMs / 1000} s: ${what}`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

afterAll(() => {
  for (const child of children) {
    child.kill('SIGKILL');
  }
});

async function killedWhileMigrating(config: Knex.Config): Promise<void> {
  const child = start('migratingProcess.ts', [
    JSON.stringify(config),
    path.join(CHILDREN, 'slowMigrations'),
  ]);
  const ended = new Promise(resolve => child.once('exit', resolve));
  await message(child, 'inside');
  child.kill('SIGKILL');
  await ended;
}

describe('a process that is killed during its first migration', () => {
  it.each(hasPostgres ? ['SQLite', 'PostgreSQL'] : ['SQLite'])(
    'comes up when it is started again, on %s',
    async engine => {
      const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'callboard-'));
      let knex: Knex;
      let config: Knex.Config;
      if (engine === 'SQLite') {
        const filename = path.join(directory, 'callboard.sqlite');
        config = { client: 'better-sqlite3', connection: { filename } };
        knex = knexFactory({ ...config, useNullAsDefault: true });
      } else {
        knex = await databases.init('POSTGRES_15');
        config = { client: 'pg', connection: knex.client.config.connection };
      }
      await killedWhileMigrating(config);
      const startedAt = Date.now();
      await migrate({
        database: { getClient: async () => knex },
        logger: mockServices.logger.mock(),
      });
      expect(Date.now() - startedAt).toBeLessThan(10_000);
      await expect(knex.schema.hasTable('half')).resolves.toBe(false);
      await expect(knex('revision')).resolves.toHaveLength(1);
      const migrations = await fs.readdir(
        path.resolve(__dirname, '../../migrations'),
      );
      await expect(knex('knex_migrations')).resolves.toHaveLength(
        migrations.length,
      );
      await knex.destroy();
      await fs.rm(directory, { recursive: true });
    },
    60_000,
  );
});

(hasPostgres ? describe : describe.skip)(
  'several processes on one PostgreSQL',
  () => {
    const sources = ['one', 'two', 'three'];

    async function startTwo(leases?: ObserverOptions['leases']) {
      const knex = await databases.init('POSTGRES_15');
      const options = {
        connection: knex.client.config.connection,
        sources,
        leases,
      };
      await migrate({
        database: { getClient: async () => knex },
        logger: mockServices.logger.mock(),
      });
      const a = new Observer({ ...options, name: 'a' });
      const b = new Observer({ ...options, name: 'b' });
      // Four leases with the catalog's: two each.
      await until(
        'sources are spread over both',
        async () => {
          const counts = await knex('source_lease')
            .whereNotNull('holder')
            .groupBy('holder')
            .count<{ count: string }[]>({ count: '*' });
          return counts.map(row => row.count).join() === '2,2';
        },
        60_000,
      );
      return { knex, a, b };
    }

    /** The one that observes more than the catalog, and the other. */
    async function byHolding(started: Awaited<ReturnType<typeof startTwo>>) {
      const { a, b } = started;
      await until(
        'every source is observed by exactly one',
        async () => {
          const since = Date.now();
          await new Promise(resolve => setTimeout(resolve, 2_500));
          const [ofA, ofB] = [a.observedSince(since), b.observedSince(since)];
          return [...ofA, ...ofB].sort().join() === [...sources].sort().join();
        },
        30_000,
      );
      const since = Date.now() - 2_500;
      const [ofA, ofB] = [a.observedSince(since), b.observedSince(since)];
      return ofA.length > 0
        ? { holder: a, other: b, held: ofA }
        : { holder: b, other: a, held: ofB };
    }

    it('take over within 30 s when the holder is killed', async () => {
      const started = await startTwo();
      const { holder, other } = await byHolding(started);
      holder.child.kill('SIGKILL');
      const killedAt = Date.now();
      await until(
        'the other observes everything',
        () => other.observedSince(killedAt).length === sources.length,
        30_000,
      );
      expect(other.observedSince(killedAt)).toEqual([...sources].sort());
    }, 150_000);

    it('overwrite nothing after a pause of 60 s', async () => {
      const started = await startTwo();
      const { holder, other } = await byHolding(started);
      await holder.stopInsideRound(2_000);
      const stoppedAt = Date.now();
      await until(
        'the other observes everything',
        () => other.observedSince(stoppedAt).length === sources.length,
        33_000,
      );
      await new Promise(resolve =>
        setTimeout(resolve, 60_000 - (Date.now() - stoppedAt)),
      );
      const { knex, a } = started;
      const name = holder === a ? 'a' : 'b';
      holder.child.kill('SIGCONT');
      const continuedAt = Date.now();
      const epochs = await leaseEpochs(knex);
      // Long enough for the round that was interrupted to end and to be written.
      await until(
        'the paused one is over its round',
        () => Date.now() - continuedAt > 4_000,
        10_000,
      );
      // What it may write by now is only what it was given since, with an epoch of its own.
      const rows = await knex('observation as o')
        .join('source_lease as l', 'l.source', 'o.source')
        .select('o.source', 'o.verdict_json', 'l.epoch');
      const overwritten = rows
        .filter(row => epochs.get(row.source) === row.epoch)
        .map(row => JSON.parse(row.verdict_json).summary)
        .filter(summary => summary.startsWith(`${name} `));
      expect(overwritten).toEqual([]);
      expect(rows.map(row => epochs.get(row.source) === row.epoch)).toContain(
        true,
      );
    }, 240_000);
  },
);

async function leaseEpochs(knex: Knex): Promise<Map<string, string>> {
  const rows = await knex('source_lease').select('source', 'epoch');
  return new Map(rows.map(row => [row.source, row.epoch]));
}
