import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  nextDelayMs,
  type Round,
  type StatusSource,
  type UpstreamUsage,
} from '@callboard/plugin-callboard-node';
import type { RoundOutcome, SourceStore } from '../store/SourceStore';
import { changedObservations } from './changedObservations';
import { DetailMemory } from './DetailMemory';
import type { Lease } from './Lease';
import { LeaseLostError } from './LeaseLostError';
import type { ObservationWriter } from './ObservationWriter';
import { withinLimits } from './pause';
import { toPartialState, toRoundFailure } from './roundFailure';
import type { SpineMetrics } from './SpineMetrics';
import type { SubjectMemory } from './SubjectMemory';
import type { Wanted } from './WantedSubjects';
import {
  addUsage,
  meanLatencyMs,
  usageSince,
  type UsageBucket,
} from './usageBuckets';

/** No round takes so long unless its module hangs. */
const ROUND_MAX_MS = 15 * 60_000;
/** An external system that asks for a longer pause has to be told again. */
const RETRY_AFTER_MAX_MS = 60 * 60_000;
const BACKOFF_MIN_MS = 1_000;
const BACKOFF_MAX_MS = 60_000;
/** A watched source that is away is asked at least once in so many of its intervals. */
const WATCHED_CAP_INTERVALS = 2;

export interface SourceRoundsOptions {
  readonly source: StatusSource;
  readonly intervalMs: number;
  readonly production: boolean;
  readonly memory: SubjectMemory;
  readonly store: SourceStore;
  readonly writer: ObservationWriter;
  readonly logger: LoggerService;
  readonly metrics: SpineMetrics;
  readonly onRevision: () => void;
  readonly now: () => number;
  readonly random: () => number;
  readonly usage: readonly UsageBucket[];
  /** The source's own facts as they are stored. */
  readonly detailJson?: string;
}

/** What a round has to know of the world. */
export interface RoundRequest {
  readonly lease: Lease;
  /** The newest request for a refresh; this round answers it. */
  readonly refreshRequestedAt?: number;
  /** Of a watched source: what it is to be asked for. */
  readonly wanted?: Wanted;
}

/** When to ask again, in epoch milliseconds. */
export interface NextRound {
  readonly dueAt: number;
  /** The system asked for a pause: not even a person's wish shortens it. */
  readonly notBefore?: number;
  /** Nothing at all was observed. */
  readonly failed?: boolean;
  /** What of that which was wanted was not observed. */
  readonly missed?: Wanted;
}

type Outcome = Pick<
  RoundOutcome,
  'state' | 'message' | 'answered' | 'missed' | 'findings'
> & {
  readonly retryAfterMs?: number;
  /** Where the module gave it. */
  readonly round?: Round;
};

/** Observes one source, round by round, and stores what changed. */
export class SourceRounds {
  readonly #options: SourceRoundsOptions;
  #usage: readonly UsageBucket[];
  /** A watch uses its system between rounds, too. */
  #counted: UpstreamUsage;
  readonly #detail: DetailMemory;
  #failures = 0;
  #warned: string | undefined;

  constructor(options: SourceRoundsOptions) {
    this.#options = options;
    this.#usage = options.usage;
    this.#counted = options.source.usage();
    this.#detail = new DetailMemory(options.detailJson);
  }

  /** Throws where storing fails, and a LeaseLostError where the lease is over. */
  async next(request: RoundRequest): Promise<NextRound> {
    const { lease, refreshRequestedAt } = request;
    const { source, store, metrics, now, onRevision } = this.#options;
    const startedAt = now();
    const usageBefore = source.usage();
    const wanted = this.#known(request.wanted);
    const outcome = await this.#observe(lease, wanted);
    const endedAt = now();
    const usageAfter = source.usage();
    const used = usageSince(this.#counted, usageAfter);
    this.#counted = usageAfter;
    this.#usage = addUsage(this.#usage, used, endedAt);
    const nextRoundAt = this.#dueAt(outcome, { startedAt, endedAt });
    const { retryAfterMs, round, ...kept } = outcome;
    const detail = round && this.#detail.compare(round.detail, endedAt);
    const changed = await store.finishRound(lease, {
      ...kept,
      endedAt,
      nextRoundAt,
      usage: this.#usage,
      latencyMs: meanLatencyMs(usageSince(usageBefore, usageAfter)),
      refreshRequestedAt,
      detailJson: detail?.json,
    });
    detail?.stored();
    if (changed) {
      onRevision();
    }
    metrics.round({
      source: lease.source,
      state: outcome.state,
      durationMs: endedAt - startedAt,
      ...used,
    });
    return {
      dueAt: nextRoundAt,
      ...(retryAfterMs !== undefined && { notBefore: nextRoundAt }),
      ...(!outcome.answered && { failed: true }),
      ...(wanted && { missed: this.#missed(wanted, round) }),
    };
  }

  /** What was wanted of a watched source and is in no observation. */
  #missed(wanted: Wanted, round: Round | undefined): Wanted {
    if (!round) {
      return wanted;
    }
    const { memory } = this.#options;
    const missed = new Set(
      wanted === 'all' ? memory.subjects.map(({ id }) => id) : wanted,
    );
    round.observations.forEach(({ subjectId }) => missed.delete(subjectId));
    return missed;
  }

  /** Entities may have stopped naming what changed. */
  #known(wanted: Wanted | undefined): Wanted | undefined {
    const { memory } = this.#options;
    return wanted === undefined || wanted === 'all'
      ? wanted
      : new Set([...wanted].filter(id => memory.get(id)));
  }

  async #observe(lease: Lease, wanted: Wanted | undefined): Promise<Outcome> {
    const { source, memory, logger } = this.#options;
    let round: Round;
    try {
      round = await withinLimits(
        { signal: lease.signal, ms: ROUND_MAX_MS },
        signal =>
          source.observe({
            subjects: memory.subjects,
            ...(wanted && wanted !== 'all' && { only: wanted }),
            signal,
            stored: subjectIds => memory.details(subjectIds),
          }),
      );
    } catch (error) {
      if (lease.signal.aborted) {
        throw new LeaseLostError(lease.source);
      }
      const failure = toRoundFailure(lease.source, error);
      if (failure.unexpected) {
        logger.error(
          `The module of ${lease.source} failed to observe it: ${stringifyError(
            error,
          )}`,
        );
      }
      return {
        ...failure,
        answered: false,
        missed: [],
        findings: [],
      };
    }
    await this.#store(lease, round);
    const missed = round.missed ?? [];
    // A watched source that was asked for nothing still says that it is well.
    const answered =
      missed.length === 0 ||
      round.observations.length > 0 ||
      (wanted !== undefined && wanted !== 'all');
    return {
      ...toPartialState(missed, answered),
      answered,
      missed,
      findings: round.findings ?? [],
      round,
    };
  }

  async #store(lease: Lease, round: Round): Promise<void> {
    const { memory, writer, production, metrics, now, onRevision } =
      this.#options;
    const { changed, broken } = await changedObservations({
      observations: round.observations,
      memory,
      production,
      now: now(),
    });
    this.#blame(lease.source, broken);
    await writer.write({
      lease,
      observed: changed,
      onWritten: recorded => {
        memory.recorded(recorded);
        metrics.written(lease.source, recorded.length);
        onRevision();
      },
    });
  }

  #dueAt(
    outcome: Outcome,
    { startedAt, endedAt }: { startedAt: number; endedAt: number },
  ): number {
    const { intervalMs, random, source } = this.#options;
    if (outcome.answered) {
      this.#failures = 0;
      return Math.max(startedAt + intervalMs, endedAt);
    }
    this.#failures += 1;
    const delayMs = nextDelayMs({
      failures: this.#failures,
      // A proof of life costs little, and everything waits for it.
      capMs: source.watch
        ? Math.min(WATCHED_CAP_INTERVALS * intervalMs, BACKOFF_MAX_MS)
        : BACKOFF_MAX_MS,
      random,
      retryAfterMs: Math.min(outcome.retryAfterMs ?? 0, RETRY_AFTER_MAX_MS),
    });
    return endedAt + Math.max(BACKOFF_MIN_MS, delayMs);
  }

  /** Once for each kind of trouble: it repeats with every round. */
  #blame(source: string, broken: ReadonlyMap<string, string>): void {
    const [first] = broken;
    const words = first && `${first[0]}: ${first[1]}`;
    if (words && words !== this.#warned) {
      this.#options.logger.error(
        `The module of ${source} gave ${broken.size} observations that break its contract, e.g. ${words}`,
      );
    }
    this.#warned = words;
  }
}
