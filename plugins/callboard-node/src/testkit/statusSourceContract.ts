import assert from 'node:assert/strict';
import type { JsonObject } from '@backstage/types';
import type { Round, StatusSource } from '../StatusSource';
import { attempt, type Outcome } from './attempt';
import type { StatusSourceContractOptions } from './contractOptions';
import {
  expectHealthy,
  expectHonest,
  expectNoClaims,
  expectNoSecrets,
  statusesOf,
} from './expectations';
import { faults, type Fault } from './faults';
import { FaultServer } from './FaultServer';

const DEFAULT_DEADLINE_MS = 400;
const DEFAULT_SLACK_MS = 1_500;
const HOUR_MS = 60 * 60 * 1000;

/** A system that is back may cost a connection or two that it broke while it was away. */
const MAX_RECOVERY_ROUNDS_COUNT = 3;

/** A deadline that never comes: only leaving ends such a call. */
const NO_DEADLINE_MS = 10 * 60 * 1000;

/** One promise of the contract. @public */
export interface ContractCase {
  readonly title: string;
  /** Rejects where the source does not keep it. */
  readonly run: () => Promise<void>;
}

/**
 * The contract of a {@link StatusSource} as cases that need no test framework.
 * @public
 */
export function statusSourceContract(
  options: StatusSourceContractOptions,
): readonly ContractCase[] {
  const inStage =
    (play: (stage: Stage) => Promise<void>): (() => Promise<void>) =>
    async () => {
      const stage = await Stage.set(options);
      try {
        await play(stage);
      } finally {
        await stage.strike();
      }
    };
  return [
    {
      title: 'observes every subject of a healthy system, and counts its calls',
      run: inStage(observesAll),
    },
    ...faults({ elsewhere: 'http://127.0.0.1' }).map(({ name }) => ({
      title: `says so and recovers when the system ${name}`,
      run: inStage(stage => survives(stage, name)),
    })),
    ...[HOUR_MS, -HOUR_MS].map(offsetMs => ({
      title: `sees the same when the system's clock is an hour ${
        offsetMs > 0 ? 'ahead' : 'behind'
      }`,
      run: inStage(stage => corrects(stage, offsetMs)),
    })),
    {
      title: 'leaves at once when it is told to in the middle of a call',
      run: inStage(leavesMidFlight),
    },
    {
      title: 'asks nothing when it was told to leave before it began',
      run: inStage(leavesBeforehand),
    },
  ];
}

async function observesAll(stage: Stage) {
  const source = await stage.createSource();
  const before = source.usage();
  await stage.expectHealthy(source);
  const after = source.usage();
  assert.ok(after.calls > before.calls, 'usage().calls grows');
  assert.ok(after.bytes > before.bytes, 'usage().bytes grows');
  assert.ok(
    after.totalLatencyMs >= before.totalLatencyMs,
    'usage().totalLatencyMs does not shrink',
  );
}

async function survives(stage: Stage, faultName: string) {
  const source = await stage.createSource();
  const baseline = await stage.baseline();
  // The second time it breaks down after it was well, with connections that are open already.
  for (let time = 0; time < 2; time++) {
    const fault = await stage.breakDown(faultName);
    const outcome = await stage.observe(source);
    stage.expectHonest(outcome, fault);
    await stage.heal();
    const round = await stage.expectRecovery(source);
    assert.deepEqual(statusesOf(round), baseline, 'as before it broke down');
  }
}

async function corrects(stage: Stage, offsetMs: number) {
  const baseline = await stage.baseline();
  stage.server.shiftClock(offsetMs);
  const source = await stage.createSource();
  const round = await stage.expectHealthy(source);
  assert.deepEqual(statusesOf(round), baseline, 'as with the right clock');
}

async function leavesMidFlight(stage: Stage) {
  const source = await stage.createSource({ deadlineMs: NO_DEADLINE_MS });
  stage.server.answerWith(() => {});
  const controller = new AbortController();
  const asked = stage.server.nextRequest().then(() => controller.abort());
  const outcome = await stage.observe(source, controller.signal);
  expectNoClaims(outcome);
  await asked;
  await stage.heal();
  await stage.expectRecovery(source);
}

async function leavesBeforehand(stage: Stage) {
  const source = await stage.createSource();
  const outcome = await stage.observe(source, AbortSignal.abort());
  expectNoClaims(outcome);
  assert.equal(stage.server.requests.length, 0, 'requests');
}

/** The two servers of a case, and what the source has seen so far. */
class Stage {
  readonly server: FaultServer;
  readonly #elsewhere: FaultServer;
  readonly #options: StatusSourceContractOptions;
  readonly #now: () => number;
  #details: ReadonlyMap<string, JsonObject> = new Map();

  static async set(options: StatusSourceContractOptions): Promise<Stage> {
    const { now } = options;
    const [server, elsewhere] = await Promise.all([
      FaultServer.start({ handler: options.healthy, now }),
      FaultServer.start({ handler: options.healthy, now }),
    ]);
    return new Stage(options, { server, elsewhere });
  }

  private constructor(
    options: StatusSourceContractOptions,
    servers: { server: FaultServer; elsewhere: FaultServer },
  ) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.server = servers.server;
    this.#elsewhere = servers.elsewhere;
  }

  async strike() {
    await Promise.all([this.server.close(), this.#elsewhere.close()]);
  }

  async createSource(
    overrides: { deadlineMs?: number } = {},
  ): Promise<StatusSource> {
    return this.#options.createSource({
      baseUrl: this.server.url,
      deadlineMs: this.#deadlineMs,
      now: this.#now,
      ...overrides,
    });
  }

  /** A round, which has to settle in time, and to keep secrets and to stay where it belongs. */
  async observe(
    source: StatusSource,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<Outcome> {
    const {
      subjects,
      secrets = [],
      slackMs = DEFAULT_SLACK_MS,
    } = this.#options;
    const outcome = await attempt(
      () =>
        source.observe({
          subjects,
          signal,
          stored: async ids =>
            new Map([...this.#details].filter(([id]) => ids.includes(id))),
        }),
      { withinMs: this.#deadlineMs + slackMs },
    );
    expectNoSecrets(outcome, secrets);
    assert.equal(this.#elsewhere.connections, 0, 'connections elsewhere');
    return outcome;
  }

  /** What a source that never saw anything bad says of the healthy system. */
  async baseline(): Promise<Record<string, string>> {
    return statusesOf(await this.expectHealthy(await this.createSource()));
  }

  async breakDown(faultName: string): Promise<Fault> {
    const fault = faults({ elsewhere: this.#elsewhere.url }).find(
      ({ name }) => name === faultName,
    );
    assert.ok(fault);
    if (fault.handler) {
      this.server.answerWith(fault.handler);
    } else {
      await this.server.refuse();
    }
    return fault;
  }

  async heal() {
    this.server.answerWith(this.#options.healthy);
    await this.server.resume();
  }

  expectHonest(outcome: Outcome, fault: Fault) {
    const { subjects, alsoAccept = {} } = this.#options;
    expectHonest(outcome, {
      fault,
      subjects,
      alsoAccept: alsoAccept[fault.name] ?? [],
    });
  }

  async expectHealthy(source: StatusSource): Promise<Round> {
    return this.#healthyRound(await this.observe(source));
  }

  async expectRecovery(source: StatusSource): Promise<Round> {
    for (let round = 1; round < MAX_RECOVERY_ROUNDS_COUNT; round++) {
      const outcome = await this.observe(source);
      if (outcome.round && !outcome.round.missed?.length) {
        return this.#healthyRound(outcome);
      }
    }
    return this.expectHealthy(source);
  }

  #healthyRound(outcome: Outcome): Round {
    const { subjects } = this.#options;
    expectHealthy(outcome, { subjects, now: this.#now() });
    this.#details = new Map(
      outcome.round.observations.map(({ subjectId, detail }) => [
        subjectId,
        detail,
      ]),
    );
    return outcome.round;
  }

  get #deadlineMs(): number {
    return this.#options.deadlineMs ?? DEFAULT_DEADLINE_MS;
  }
}
