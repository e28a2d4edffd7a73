import { TestDatabases } from '@backstage/backend-test-utils';
import {
  RunbookConflictError,
  RunbooksClient,
  type RunbookWrite,
} from '@callboard/plugin-runbooks-common';
import { fork, type ChildProcess } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

// Processes take long to start on a busy machine.
jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const CONNECTION = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
const hasPostgres = Boolean(process.env[CONNECTION]);
const children: ChildProcess[] = [];
const directories: string[] = [];

if (!hasPostgres) {
  process.stderr.write(
    `\n!!! Tests of several processes on one PostgreSQL are SKIPPED: ${CONNECTION} is not set\n\n`,
  );
}

afterAll(async () => {
  for (const child of children) {
    child.kill('SIGKILL');
  }
  for (const directory of directories) {
    await fs.rm(directory, { recursive: true, force: true });
  }
});

/** A database that several processes can open. */
async function databaseOf(engine: string): Promise<object> {
  if (engine === 'PostgreSQL') {
    const knex = await databases.init('POSTGRES_15');
    return { client: 'pg', connection: knex.client.config.connection };
  }
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'runbooks-'));
  directories.push(directory);
  const filename = path.join(directory, 'runbooks.sqlite');
  return { client: 'better-sqlite3', connection: { filename } };
}

interface Instance {
  readonly child: ChildProcess;
  readonly client: RunbooksClient;
}

/** Starts a backend instance and waits until it listens. */
async function startInstance(database: object): Promise<Instance> {
  const child = fork(
    path.resolve(__dirname, '../__testUtils__/serverProcess.ts'),
    [JSON.stringify(database)],
    {
      execArgv: [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
      env: { ...process.env, NODE_ENV: 'development' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  children.push(child);
  const port = await new Promise<number>((resolve, reject) => {
    child.on('message', (message: { type: string; port: number }) => {
      // The transformer of the sources sends messages of its own.
      if (message.type === 'listening') {
        resolve(message.port);
      }
    });
    child.once('exit', code => reject(new Error(`It ended: ${code}`)));
  });
  const client = new RunbooksClient({
    discoveryApi: { getBaseUrl: async () => `http://127.0.0.1:${port}` },
    fetchApi: { fetch },
  });
  return { child, client };
}

async function kill({ child }: Instance): Promise<void> {
  const ended = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

const STEPS_COUNT = 20;

function writeOf(content: string): RunbookWrite {
  return {
    entityRef: 'component:default/checkout',
    title: 'Edited by many',
    content,
  };
}

/** Every version of a runbook with its text, oldest first. */
async function historyOf(client: RunbooksClient, id: string) {
  const versions: { version: number; content: string }[] = [];
  const { total } = await client.getVersions(id, { limit: 1 });
  for (let version = 1; version <= total; version++) {
    const { content } = await client.getVersion(id, version);
    versions.push({ version, content });
  }
  return versions;
}

const EDITORS_COUNT = 50;
const SAVES_COUNT = 1;

/** Saves until it is acknowledged, and says as which version. */
async function saveWithRetries(
  client: RunbooksClient,
  options: { readonly id: string; readonly content: string },
): Promise<{ readonly version: number; readonly content: string }> {
  const { id, content } = options;
  let { version } = await client.getRunbook(id);
  for (;;) {
    try {
      const saved = await client.saveRunbook(id, writeOf(content), { version });
      return { version: saved.version, content: saved.content };
    } catch (error) {
      if (!(error instanceof RunbookConflictError)) {
        throw error;
      }
      version = error.current.version;
    }
  }
}

describe.each(hasPostgres ? ['SQLite', 'PostgreSQL'] : ['SQLite'])(
  'two processes on one database, %s',
  engine => {
    it('acknowledge every version of fifty editors exactly once and in order', async () => {
      const database = await databaseOf(engine);
      const one = await startInstance(database);
      const two = await startInstance(database);
      const { id } = await one.client.createRunbook(writeOf('0'));
      const acknowledged = await Promise.all(
        Array.from({ length: EDITORS_COUNT }, async (_, editor) => {
          const { client } = editor % 2 ? one : two;
          const saved = [];
          for (let n = 0; n < SAVES_COUNT; n++) {
            const content = `Save ${n} of editor ${editor}`;
            saved.push(await saveWithRetries(client, { id, content }));
          }
          return saved;
        }),
      );
      const inOrder = acknowledged.flat().sort((a, b) => a.version - b.version);
      const history = await historyOf(two.client, id);
      expect(history).toEqual([{ version: 1, content: '0' }, ...inOrder]);
      expect(history.map(({ version }) => version)).toEqual(
        Array.from(
          { length: EDITORS_COUNT * SAVES_COUNT + 1 },
          (_, at) => at + 1,
        ),
      );
      await kill(one);
      await kill(two);
    });

    it('keep every tick of a run that people make at the same moment, and of the same step the first', async () => {
      const database = await databaseOf(engine);
      const one = await startInstance(database);
      const two = await startInstance(database);
      const steps = Array.from({ length: STEPS_COUNT }, (_, at) => at + 1);
      const { id: runbook } = await one.client.createRunbook(
        writeOf(steps.map(n => `${n}. Step ${n}\n`).join('')),
      );
      const { id } = await one.client.startRun(runbook, {});
      const tick = (
        n: number,
        { client }: Instance,
        state: 'done' | 'failed',
      ) =>
        client.changeStep(id, n, { state, seen: 1 }).then(
          () => state,
          () => undefined,
        );
      const taken = await Promise.all(
        steps.map(n =>
          Promise.all([tick(n, one, 'done'), tick(n, two, 'failed')]),
        ),
      );
      const run = await two.client.getRun(id);
      expect(run.revision).toBe(STEPS_COUNT + 1);
      expect(taken.map(states => states.filter(Boolean))).toEqual(
        run.steps.map(({ state }) => [state]),
      );
      await kill(one);
      await kill(two);
    });

    it('keep what was acknowledged before a kill, and nothing by halves', async () => {
      const database = await databaseOf(engine);
      const doomed = await startInstance(database);
      const acknowledged = new Map<string, string[]>();
      let count = 0;
      let killed: Promise<void> | undefined;
      const texts = (id: string) => acknowledged.get(id) ?? [];
      await Promise.all(
        Array.from({ length: 8 }, async (_, editor) => {
          try {
            const { id, content } = await doomed.client.createRunbook(
              writeOf(`First of ${editor}`),
            );
            acknowledged.set(id, [content]);
            for (;;) {
              const text = `${texts(id).length} of ${editor} ${'x'.repeat(
                50_000,
              )}`;
              const saved = await doomed.client.saveRunbook(id, writeOf(text), {
                version: texts(id).length,
              });
              texts(id).push(saved.content);
              count += 1;
              if (count === 60) {
                killed = kill(doomed);
              }
            }
          } catch (error) {
            // The process is gone; until then nothing may fail.
            if (!killed) {
              throw error;
            }
          }
        }),
      );
      await killed;
      const { client, child } = await startInstance(database);
      const page = await client.getRunbooks({ limit: 200 });
      expect(page.total).toBe(acknowledged.size);
      for (const { id, version } of page.items) {
        const history = await historyOf(client, id);
        const known = texts(id);
        expect(
          history.map(item => item.content).slice(0, known.length),
        ).toEqual(known);
        // What was written as it was killed is there as a whole, or not at all.
        expect([known.length, known.length + 1]).toContain(history.length);
        expect(version).toBe(history.length);
        const current = await client.getRunbook(id);
        expect(current.content).toBe(history.at(-1)?.content);
      }
      child.kill('SIGKILL');
    });
  },
);
