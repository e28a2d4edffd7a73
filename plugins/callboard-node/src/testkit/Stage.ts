import assert from 'node:assert/strict';
import type { JsonObject } from '@backstage/types';
import type { Round, StatusSource } from '../StatusSource';
import { attempt, type Outcome } from './attempt';
import type { StatusSourceContractOptions } from './contractOptions';
import {
  expectHealthy,
  expectHonest,
  expectNoSecrets,
  statusesOf,
} from './expectations';
import { faults, type Fault } from './faults';
import { FaultServer } from './FaultServer';

const DEFAULT_DEADLINE_MS = 400;
const DEFAULT_SLACK_MS = 1_500;

/** A system that is back may cost a connection or two that it broke while it was away. */
const MAX_RECOVERY_ROUNDS_COUNT = 3;

/** The two servers of a case, and what the source has seen so far. */
export class Stage {
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
