import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SourceMemory } from '../store/SourceStore';
import type { Lease } from './Lease';
import { pause } from './pause';
import type { NextRound, SourceRounds } from './SourceRounds';
import type { SourceWatch } from './SourceWatch';
import type { SubjectMemory } from './SubjectMemory';
import { WantedSubjects } from './WantedSubjects';

/** Sources that start together are asked for the first time within this time. */
const SPREAD_MS = 3_000;
/** Nobody makes us ask a system more often than this. */
const REFRESH_MIN_GAP_MS = 2_000;
const RETRY_STORING_MS = 5_000;
/** Changes come in bursts; what comes within this time is one round. */
const COALESCE_MS = 50;
/** A watched source that could observe nothing is asked no more often than this when it is back. */
const BACK_MIN_GAP_MS = 1_000;

export interface SourceLoopOptions {
  readonly lease: Lease;
  readonly rounds: Pick<SourceRounds, 'next'>;
  readonly memory: Pick<
    SubjectMemory,
    'isOutdated' | 'load' | 'hasUnobserved' | 'nextRecheckAt' | 'due'
  >;
  /** Of a source that tells its changes by itself. */
  readonly watch?: Pick<SourceWatch, 'run'>;
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

/** A change that a watch reported, and no round has been asked for yet. */
interface Reported {
  readonly at: number;
  /** About the source as a whole: it was cut off, or is back. */
  readonly whole: boolean;
}

/**
 * Asks one source for a round whenever it is time to, for as long as its lease is held. Of a source
 * that is watched, rounds follow its changes, and are about what changed.
 */
export class SourceLoop {
  readonly #options: SourceLoopOptions;
  readonly #wait: typeof pause;
  readonly #wanted = new WantedSubjects();
  #reported: Reported | undefined;
  #failed = false;
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
    const { start, now, random, watch } = options;
    this.#subjectsRevision = start.subjectsRevision;
    this.#refreshRequestedAt = start.refreshRequestedAt;
    if (watch) {
      // It asks nobody: the watch does, and it begins at once.
      this.#dueAt = now();
      return;
    }
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

  /** Ends with the lease, once the watch has stopped; never throws. */
  async run(): Promise<void> {
    const { lease, watch } = this.#options;
    const watching = watch?.run({
      signal: lease.signal,
      onChange: subjectIds => this.#changed(subjectIds),
    });
    await this.#steps();
    await watching;
  }

  async #steps(): Promise<void> {
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

  #changed(subjectIds?: Iterable<string>): void {
    const ids = [...(subjectIds ?? [])];
    const whole = subjectIds === undefined;
    if (ids.length > 0 || whole) {
      this.#wanted.add(ids);
      this.#report(whole);
    }
  }

  #report(whole: boolean): void {
    const before = this.#reported;
    if (!before || (whole && !before.whole)) {
      this.#reported = { at: before?.at ?? this.#options.now(), whole };
      this.#wake.abort();
    }
  }

  async #step(): Promise<void> {
    const { lease, memory, now } = this.#options;
    if (memory.isOutdated(this.#subjectsRevision)) {
      await this.#load();
    }
    if (this.#refreshRequestedAt !== undefined) {
      this.#wanted.add('all');
      this.#hurry();
    }
    const waitMs = this.#nextAt() - now();
    if (waitMs > 0) {
      this.#wake = new AbortController();
      await this.#wait(waitMs, lease.signal, this.#wake.signal);
      return;
    }
    if (!lease.isCurrent()) {
      await this.#wait(RETRY_STORING_MS, lease.signal);
      return;
    }
    await this.#round();
  }

  async #load(): Promise<void> {
    const { memory, watch } = this.#options;
    const fresh = await memory.load(this.#subjectsRevision);
    if (watch) {
      this.#changed(fresh);
    } else if (memory.hasUnobserved && this.#lastRoundAt > 0) {
      this.#hurry();
    }
  }

  /** When the next round is due, for whatever reason comes first. */
  #nextAt(): number {
    const { memory, watch } = this.#options;
    if (!watch) {
      return this.#dueAt;
    }
    const changeAt = this.#reported && this.#reported.at + COALESCE_MS;
    if (this.#failed) {
      // Of what changed meanwhile nothing can be told until it is back.
      return changeAt !== undefined && this.#reported?.whole
        ? Math.min(
            this.#dueAt,
            Math.max(changeAt, this.#lastRoundAt + BACK_MIN_GAP_MS),
          )
        : this.#dueAt;
    }
    return Math.min(
      this.#dueAt,
      changeAt ?? Infinity,
      memory.nextRecheckAt(this.#lastRoundAt) ?? Infinity,
    );
  }

  async #round(): Promise<void> {
    this.#lastRoundAt = this.#options.now();
    const refreshRequestedAt = this.#refreshRequestedAt;
    const next = await this.#ask(refreshRequestedAt);
    this.#dueAt = next.dueAt;
    this.#notBefore = next.notBefore ?? 0;
    this.#failed = next.failed ?? false;
    this.#answeredAt = Math.max(this.#answeredAt, refreshRequestedAt ?? 0);
    if (this.#refreshRequestedAt === refreshRequestedAt) {
      this.#refreshRequestedAt = undefined;
    }
  }

  /** What a round does not get stored is wanted again with the next one. */
  async #ask(refreshRequestedAt: number | undefined): Promise<NextRound> {
    const { lease, rounds, memory, watch, now } = this.#options;
    if (!watch) {
      return rounds.next({ lease, refreshRequestedAt });
    }
    this.#wanted.add(memory.due(now()));
    const wanted = this.#wanted.take();
    const reported = this.#reported;
    this.#reported = undefined;
    try {
      const next = await rounds.next({ lease, refreshRequestedAt, wanted });
      this.#wanted.add(next.missed ?? []);
      return next;
    } catch (error) {
      this.#wanted.add(wanted);
      this.#reported ??= reported;
      throw error;
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
