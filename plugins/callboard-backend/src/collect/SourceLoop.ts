import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SourceMemory } from '../store/SourceStore';
import type { Lease } from './Lease';
import { LeaseLostError } from './LeaseLostError';
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
  readonly rounds: SourceRounds;
  readonly memory: SubjectMemory;
  readonly start: SourceMemory;
  readonly logger: LoggerService;
  readonly now: () => number;
  readonly random: () => number;
}

/** What others ask of a loop, as the database has it. */
export interface LoopRequests {
  readonly subjectsRevision: number;
  readonly refreshRequestedAt?: number;
}

/** Asks one source for a round whenever it is time to, for as long as its lease is held. */
export class SourceLoop {
  readonly #options: SourceLoopOptions;
  #subjectsRevision: number;
  #refreshRequestedAt: number | undefined;
  #dueAt: number;
  #lastRoundAt = 0;
  #notBefore = 0;
  #answeredAt = 0;
  #wake = new AbortController();

  constructor(options: SourceLoopOptions) {
    this.#options = options;
    const { start, now, random } = options;
    this.#subjectsRevision = start.subjectsRevision;
    this.#refreshRequestedAt = start.refreshRequestedAt;
    // Whoever takes over goes on with the schedule, and with a pause that was asked for.
    this.#dueAt = Math.max(
      start.nextRoundAt ?? 0,
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
        if (lease.signal.aborted || error instanceof LeaseLostError) {
          // The keeper finds out at its next tick; until then nothing is ours to do.
          await pause(RETRY_STORING_MS, lease.signal);
          continue;
        }
        logger.warn(
          `What ${lease.source} said could not be stored: ${stringifyError(
            error,
          )}`,
        );
        await pause(RETRY_STORING_MS, lease.signal);
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
      await pause(waitMs, AbortSignal.any([lease.signal, this.#wake.signal]));
      return;
    }
    if (!lease.isCurrent()) {
      await pause(RETRY_STORING_MS, lease.signal);
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
