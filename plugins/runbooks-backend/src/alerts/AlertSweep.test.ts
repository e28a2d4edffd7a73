import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { migrate } from '../database/migrate';
import type { AlertRules } from './AlertRules';
import { AlertStore } from './AlertStore';
import { AlertSweep } from './AlertSweep';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

/** A system that tells what it was given, or fails. */
class ToldRules implements AlertRules {
  readonly name: string;
  told: readonly string[] | Error = [];
  isClosed = false;

  constructor(name: string) {
    this.name = name;
  }

  async read(): Promise<readonly string[]> {
    if (this.told instanceof Error) {
      throw this.told;
    }
    return this.told;
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }
}

/** A system that never answers. */
class HangingRules extends ToldRules {
  override read(signal?: AbortSignal): Promise<readonly string[]> {
    return new Promise((_, reject) => {
      const end = () => reject(signal?.reason);
      signal?.addEventListener('abort', end);
      if (signal?.aborted) {
        end();
      }
    });
  }
}

describe.each(databases.eachSupportedId())('AlertSweep, %s', id => {
  async function setup() {
    const knex = await databases.init(id);
    const logger = mockServices.logger.mock();
    await migrate({
      database: {
        getClient: async () => knex,
        migrations: { skip: false },
      },
      logger,
    });
    const rules = [
      new ToldRules('prometheus/main'),
      new ToldRules('prometheus/apps'),
    ];
    const store = AlertStore.create({ knex });
    let now = 1_700_000_000_000;
    const sweep = AlertSweep.create({
      rules,
      store,
      logger,
      intervalMs: 60_000,
      now: () => now,
    });
    const names = rules.map(({ name }) => name);
    return {
      rules,
      sweep,
      logger,
      advance: (ms: number) => {
        now += ms;
      },
      run: (signal = new AbortController().signal) => sweep.sweep(signal),
      // Another instance, or the same one after it was started again.
      readings: async () => {
        const readings = await AlertStore.create({ knex }).read(names);
        return [...readings].sort((a, b) => (a.server < b.server ? -1 : 1));
      },
    };
  }

  it('keeps what every system told, for all instances', async () => {
    const { rules, run, readings } = await setup();
    const [main, apps] = rules;
    main.told = ['OrdersLate', 'a "name"\0'];
    apps.told = [];
    await run();
    await expect(readings()).resolves.toEqual([
      { server: 'prometheus/apps', readAt: 1_700_000_000_000, alertnames: [] },
      {
        server: 'prometheus/main',
        readAt: 1_700_000_000_000,
        alertnames: ['OrdersLate', 'a "name"\0'],
      },
    ]);
  });

  it('leaves what it knows of a system that fails as it is, with its age', async () => {
    const { rules, run, readings, advance, logger } = await setup();
    const [main, apps] = rules;
    main.told = ['OrdersLate'];
    await run();
    advance(60_000);
    main.told = new Error('It is away');
    apps.told = ['NodeDown'];
    await run();
    await expect(readings()).resolves.toMatchObject([
      { readAt: 1_700_000_060_000, alertnames: ['NodeDown'] },
      { readAt: 1_700_000_000_000, alertnames: ['OrdersLate'] },
    ]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      'Which alerts prometheus/main has could not be read: Error: It is away',
    );
  });

  it('says nothing of a sweep that is called off', async () => {
    const { rules, run, readings, logger } = await setup();
    const [main] = rules;
    main.told = new Error('The caller left');
    await run(AbortSignal.abort());
    await expect(readings()).resolves.toHaveLength(1);
    expect(logger.warn).not.toHaveBeenCalled();
  });
});

describe('AlertSweep', () => {
  const setup = (
    rules: readonly AlertRules[],
    deadline?: (ms: number) => AbortSignal,
  ) => {
    const logger = mockServices.logger.mock();
    const scheduler = mockServices.scheduler.mock();
    const sweep = AlertSweep.create({
      rules,
      store: { keep: async () => {} },
      logger,
      intervalMs: 300_000,
      now: Date.now,
      deadline,
    });
    return { scheduler, sweep, logger };
  };

  it('runs on one of the instances', async () => {
    const { scheduler, sweep } = setup([new ToldRules('prometheus/main')]);
    await sweep.schedule(scheduler);
    expect(scheduler.scheduleTask).toHaveBeenCalledWith(
      expect.objectContaining({
        id: 'runbooks-alerts',
        scope: 'global',
        frequency: { milliseconds: 300_000 },
      }),
    );
  });

  it('says which system took too long, and what to do about it', async () => {
    const rules = new HangingRules('prometheus/main');
    const deadlines: number[] = [];
    const { sweep, logger } = setup([rules], ms => {
      deadlines.push(ms);
      return AbortSignal.abort();
    });
    await sweep.sweep(new AbortController().signal);
    expect(deadlines).toEqual([60_000]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(
        /^prometheus\/main did not tell within 60 s .*api\/v1\/rules/,
      ),
    );
  });

  it('never runs where no system is configured', async () => {
    const { scheduler, sweep } = setup([]);
    await sweep.schedule(scheduler);
    expect(scheduler.scheduleTask).not.toHaveBeenCalled();
  });

  it('closes the connections to all systems', async () => {
    const rules = new ToldRules('prometheus/main');
    await setup([rules]).sweep.close();
    expect(rules.isClosed).toBe(true);
  });
});
