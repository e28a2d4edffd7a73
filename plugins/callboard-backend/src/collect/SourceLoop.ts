import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SourceMemory } from '../store/SourceStore';
import type { Lease } from './Lease';
import { pause } from './pause';
import type { SourceRounds } from './SourceRounds';
import type { SubjectMemory } from './SubjectMemory';

/** Sources that start together are asked for the first time within this time. */
const SPREAD_MS = 3_000;
/** Nobody makes us ask a system more often than this. */
const REFRESH_MIN_GAP_MS = 2_000;
const RETRY_STORING_MS = 5_000;

export interface SourceLoopOptions {
  readonly lease: Lease;
  readonly rounds: Pick<SourceRounds, 'next'>;
  readonly memory: Pick<SubjectMemory, 'isOutdated' | 'load' | 'hasUnobserved'>;
  readonly start: SourceMemory;
  readonly intervalMs: number;
  readonly logger: LoggerService;
  readonly now: () => number;
  readonly random: () => number;
  /** Waits for a time or until a signal aborts; for tests. */
  readonly wait?: typeof pause;
}

/** What others ask of a loop, as the database has it. */
export interface LoopRequests {
  readonly subjectsRevision: number;
  readonly refreshRequestedAt?: number;
}

/** Asks one source for a round whenever it is time to, for as long as its lease is held. */
export class SourceLoop {
  readonly #options: SourceLoopOptions;
  readonly #wait: typeof pause;
  #subjectsRevision: number;
  #refreshRequestedAt: number | undefined;
  #dueAt: number;
  #lastRoundAt = 0;
  #notBefore = 0;
  #answeredAt = 0;
  #wake = new AbortController();

  constructor(options: SourceLoopOptions) {
    this.#options = options;
    this.#wait = options.wait ?? pause;
    const { start, now, random } = options;
    this.#subjectsRevision = start.subjectsRevision;
    this.#refreshRequestedAt = start.refreshRequestedAt;
    // Whoever takes over goes on with the schedule, and with a pause that was asked for. The interval
    // may be another than when the schedule was made.
    const latestAt = start.troubled ? Infinity : now() + options.intervalMs;
    this.#dueAt = Math.max(
      Math.min(start.nextRoundAt ?? 0, latestAt),
      now() + random() * SPREAD_MS,
    );
  }

  /** Called every second with what the database says. */
  requested(requests: LoopRequests): void {
    this.#subjectsRevision = requests.subjectsRevision;
    const { refreshRequestedAt = 0 } = requests;
    // An answer may cross the request that it answers.
    if (refreshRequestedAt > this.#answeredAt) {
      this.#refreshRequestedAt = refreshRequestedAt;
    }
    if (
      this.#refreshRequestedAt !== undefined ||
      this.#options.memory.isOutdated(requests.subjectsRevision)
    ) {
      this.#wake.abort();
    }
  }

  /** Ends with the lease; never throws. */
  async run(): Promise<void> {
    const { lease, logger } = this.#options;
    while (!lease.signal.aborted) {
      try {
        await this.#step();
      } catch (error) {
        if (lease.signal.aborted) {
          return;
        }
        logger.warn(
          `What ${lease.source} said could not be stored: ${stringifyError(
            error,
          )}`,
        );
        await this.#wait(RETRY_STORING_MS, lease.signal);
      }
    }
  }

  async #step(): Promise<void> {
    const { lease, memory, rounds, now } = this.#options;
    if (memory.isOutdated(this.#subjectsRevision)) {
      await memory.load(this.#subjectsRevision);
      if (memory.hasUnobserved && this.#lastRoundAt > 0) {
        this.#hurry();
      }
    }
    if (this.#refreshRequestedAt !== undefined) {
      this.#hurry();
    }
    const waitMs = this.#dueAt - now();
    if (waitMs > 0) {
      this.#wake = new AbortController();
      await this.#wait(waitMs, lease.signal, this.#wake.signal);
      return;
    }
    if (!lease.isCurrent()) {
      await this.#wait(RETRY_STORING_MS, lease.signal);
      return;
    }
    this.#lastRoundAt = now();
    const refreshRequestedAt = this.#refreshRequestedAt;
    const { dueAt, notBefore } = await rounds.next({
      lease,
      refreshRequestedAt,
    });
    this.#dueAt = dueAt;
    this.#notBefore = notBefore ?? 0;
    this.#answeredAt = Math.max(this.#answeredAt, refreshRequestedAt ?? 0);
    if (this.#refreshRequestedAt === refreshRequestedAt) {
      this.#refreshRequestedAt = undefined;
    }
  }

  #hurry(): void {
    const soonestAt = Math.max(
      this.#lastRoundAt + REFRESH_MIN_GAP_MS,
      this.#notBefore,
    );
    this.#dueAt = Math.min(this.#dueAt, soonestAt);
  }
}
