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
import { Watching } from './Watching';

const DEFAULT_DEADLINE_MS = 400;
const DEFAULT_SLACK_MS = 1_500;
const DEFAULT_NOTICE_MS = 10_000;

/** A system that is back may cost a connection or two that it broke while it was away. */
const MAX_RECOVERY_ROUNDS_COUNT = 3;

/** The two servers of a case, and what the source has seen so far. */
export class Stage {
  readonly server: FaultServer;
  readonly #elsewhere: FaultServer;
  readonly #options: StatusSourceContractOptions;
  readonly #now: () => number;
  readonly #watches = new Map<StatusSource, Watching>();
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

  /** Whether the contract is that of a watched source. */
  get isWatched(): boolean {
    return this.#options.watched ?? false;
  }

  async strike() {
    try {
      for (const source of this.#watches.keys()) {
        await this.stopWatching(source);
      }
    } finally {
      await Promise.all([this.server.close(), this.#elsewhere.close()]);
    }
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

  /**
   * A round, which has to settle in time, and to keep secrets and to stay where it belongs. A watched
   * source is watched from its first round on.
   */
  async observe(
    source: StatusSource,
    options: {
      readonly signal?: AbortSignal;
      readonly only?: ReadonlySet<string>;
    } = {},
  ): Promise<Outcome> {
    const { signal = new AbortController().signal, only } = options;
    const { subjects, secrets = [] } = this.#options;
    this.#watch(source, signal);
    const outcome = await attempt(
      () =>
        source.observe({
          subjects,
          signal,
          ...(only && { only }),
          stored: async ids =>
            new Map([...this.#details].filter(([id]) => ids.includes(id))),
        }),
      { withinMs: this.#withinMs },
    );
    expectNoSecrets(outcome, secrets);
    assert.equal(this.#elsewhere.connections, 0, 'connections elsewhere');
    this.#watches.get(source)?.expectGoing();
    return outcome;
  }

  /**
   * A round after the system broke down, which has to say so. A watched source may need a moment to see
   * what is the matter; it reports that, and is asked again.
   */
  async observeBroken(source: StatusSource, fault: Fault): Promise<void> {
    const outcome = await this.#observeUntil(source, candidate => {
      try {
        this.#expectHonest(candidate, fault);
        return true;
      } catch {
        return false;
      }
    });
    this.#expectHonest(outcome, fault);
  }

  /** Ends the watch of a source, which has to stop in time. */
  async stopWatching(source: StatusSource): Promise<void> {
    const watching = this.#watches.get(source);
    this.#watches.delete(source);
    await watching?.stop(this.#withinMs);
  }

  /** What a source that never saw anything bad says of the healthy system. */
  async baseline(): Promise<Record<string, string>> {
    const source = await this.createSource();
    const statuses = statusesOf(await this.expectHealthy(source));
    await this.stopWatching(source);
    return statuses;
  }

  async breakDown(faultName: string): Promise<Fault> {
    const fault = faults({ elsewhere: this.#elsewhere.url }).find(
      ({ name }) => name === faultName,
    );
    assert.ok(fault);
    if (fault.handler) {
      this.server.answerWith(fault.handler);
      if (this.#watches.size > 0) {
        // What is open already would go on telling the truth.
        this.server.breakConnections();
      }
    } else {
      await this.server.refuse();
    }
    return fault;
  }

  async heal() {
    this.server.answerWith(this.#options.healthy);
    await this.server.resume();
  }

  async expectHealthy(source: StatusSource): Promise<Round> {
    return this.#healthyRound(await this.observe(source));
  }

  async expectRecovery(source: StatusSource): Promise<Round> {
    if (source.watch) {
      return this.#healthyRound(
        await this.#observeUntil(
          source,
          ({ round }) => round !== undefined && !round.missed?.length,
        ),
      );
    }
    for (let round = 1; round < MAX_RECOVERY_ROUNDS_COUNT; round++) {
      const outcome = await this.observe(source);
      if (outcome.round && !outcome.round.missed?.length) {
        return this.#healthyRound(outcome);
      }
    }
    return this.expectHealthy(source);
  }

  #watch(source: StatusSource, signal: AbortSignal): void {
    if (source.watch && (this.#watches.get(source)?.isTold ?? true)) {
      this.#watches.set(
        source,
        Watching.start(async options => source.watch?.(options), signal),
      );
    }
  }

  /** Asks a watched source with each of its changes until it says what it should; any other once. */
  async #observeUntil(
    source: StatusSource,
    isAsItShouldBe: (outcome: Outcome) => boolean,
  ): Promise<Outcome> {
    const { noticeMs = DEFAULT_NOTICE_MS } = this.#options;
    const until = performance.now() + noticeMs;
    for (;;) {
      const changes = this.#watches.get(source)?.changes ?? 0;
      const outcome = await this.observe(source);
      const leftMs = until - performance.now();
      const watching = this.#watches.get(source);
      if (!watching || leftMs <= 0 || isAsItShouldBe(outcome)) {
        return outcome;
      }
      await watching.changedSince(changes, leftMs);
    }
  }

  #expectHonest(outcome: Outcome, fault: Fault) {
    const { subjects, alsoAccept = {} } = this.#options;
    expectHonest(outcome, {
      fault,
      subjects,
      alsoAccept: alsoAccept[fault.name] ?? [],
    });
  }

  get #withinMs(): number {
    return this.#deadlineMs + (this.#options.slackMs ?? DEFAULT_SLACK_MS);
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
