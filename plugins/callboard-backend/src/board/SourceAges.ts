import {
  ASPECTS,
  DEFAULT_DECAY_MS,
  judgeFreshness,
  staleAfterMs,
  type Aspect,
  type SourceState,
  type UnknownReason,
} from '@callboard/plugin-callboard-common';
import { fingerprintOf, toInstant } from '@callboard/plugin-callboard-node';

/** What is stored of a source and read with every question; times are epoch milliseconds. */
export interface StoredSource {
  readonly source: string;
  readonly state: SourceState;
  readonly message?: string;
  readonly since?: number;
  readonly lastGoodAt?: number;
  readonly intervalMs: number;
  readonly deadlineMs: number;
  readonly production: boolean;
  readonly configured: boolean;
  /** Parts that failed in the last round. */
  readonly missed: readonly StoredShard[];
}

export interface StoredShard {
  readonly shard: string;
  readonly lastGoodAt?: number;
  readonly reason: 'unreachable' | 'forbidden';
  readonly message: string;
}

/** How old what a source says of one of its parts is, and why. */
export interface SourceAge {
  readonly observedAt?: number;
  readonly stale: boolean;
  /** Where it is stale. */
  readonly reason?: UnknownReason;
  readonly message?: string;
  readonly production: boolean;
  /** Since when an `ok` of an aspect is not believed any more, epoch milliseconds. */
  readonly decayedAt: Readonly<Partial<Record<Aspect, number>>>;
}

/** A part of a source, or all of it, whose `ok` is not believed any more. */
export interface DecayedPart {
  readonly source: string;
  /** Null stands for every part. */
  readonly shard: string | null;
  readonly aspect: Aspect;
  readonly at: number;
  readonly reason: UnknownReason;
}

/** How long a stale `ok` is believed, by aspect, in milliseconds. */
export type DecayRules = Readonly<Record<Aspect, number>>;

/**
 * How old everything that the sources said is at one moment. Age is no part of any stored row: it
 * grows without a write, and writing it would touch every row in every round.
 */
export class SourceAges {
  readonly #ages = new Map<string, SourceAge>();
  readonly #missed = new Map<string, ReadonlyMap<string, SourceAge>>();

  static create(options: {
    readonly now: number;
    readonly sources: readonly StoredSource[];
    readonly decayMs?: DecayRules;
  }): SourceAges {
    const { now, sources, decayMs = DEFAULT_DECAY_MS } = options;
    const ages = new SourceAges();
    for (const source of sources) {
      ages.#ages.set(
        source.source,
        ageOf({ source, lastGoodAt: source.lastGoodAt, now, decayMs }),
      );
      const missed = source.missed.map(
        part =>
          [
            part.shard,
            ageOf({ source, part, lastGoodAt: part.lastGoodAt, now, decayMs }),
          ] as const,
      );
      ages.#missed.set(source.source, new Map(missed));
    }
    return ages;
  }

  private constructor() {}

  of(source: string, shard: string): SourceAge {
    const whole = this.#ages.get(source);
    if (!whole) {
      return {
        stale: true,
        reason: 'not-configured',
        message: `${source} is not configured`,
        production: true,
        decayedAt: {},
      };
    }
    const missed = this.#missed.get(source)?.get(shard);
    if (!missed) {
      return whole;
    }
    // A source that is down as a whole says more than one of its parts that failed before.
    return whole.stale
      ? { ...missed, stale: true, reason: whole.reason, message: whole.message }
      : missed;
  }

  /** Empty in the normal case; queries then use the stored order as it is. */
  get decayed(): readonly DecayedPart[] {
    return this.#entries().flatMap(({ source, shard, age }) =>
      ASPECTS.flatMap(aspect => {
        const at = age.decayedAt[aspect];
        return at === undefined
          ? []
          : [{ source, shard, aspect, at, reason: age.reason ?? 'no-data' }];
      }),
    );
  }

  /** Parts that are stale; a null shard stands for every part. */
  get stale(): readonly { source: string; shard: string | null }[] {
    return this.#entries()
      .filter(({ age }) => age.stale)
      .map(({ source, shard }) => ({ source, shard }));
  }

  /** Changes when something becomes or stops being stale or decayed, or for another reason. */
  get fingerprint(): string {
    const stale = this.#entries().filter(({ age }) => age.stale);
    return fingerprintOf(
      stale.map(({ source, shard, age }) => [
        source,
        shard,
        age.observedAt,
        age.reason,
        age.message,
        Object.keys(age.decayedAt),
      ]),
    );
  }

  /** The last time that any source answered; moves on with every good round. */
  get newestAt(): number {
    return Math.max(
      0,
      ...[...this.#ages.values()].map(age => age.observedAt ?? 0),
    );
  }

  #entries() {
    return [...this.#ages].flatMap(([source, age]) => [
      { source, shard: null as string | null, age },
      ...[...(this.#missed.get(source) ?? [])].map(([shard, part]) => ({
        source,
        shard: shard as string | null,
        age: part,
      })),
    ]);
  }
}

function ageOf(options: {
  source: StoredSource;
  part?: StoredShard;
  lastGoodAt: number | undefined;
  now: number;
  decayMs: DecayRules;
}): SourceAge {
  const { source, part, lastGoodAt, now, decayMs } = options;
  const { intervalMs, deadlineMs, production } = source;
  const judge = (decay: number) =>
    judgeFreshness({ now, lastGoodAt, intervalMs, deadlineMs, decayMs: decay });
  const { stale } = judge(Infinity);
  const decayedAt: Partial<Record<Aspect, number>> = {};
  // What was never observed is no ok, and nothing names what is not configured any more: without
  // them the set is empty as long as all that is watched answers.
  if (stale && lastGoodAt !== undefined && source.configured) {
    for (const aspect of ASPECTS) {
      if (judge(decayMs[aspect]).decayed) {
        decayedAt[aspect] =
          lastGoodAt + Math.max(decayMs[aspect], staleAfterMs(source));
      }
    }
  }
  return {
    ...(lastGoodAt !== undefined && { observedAt: lastGoodAt }),
    stale,
    ...(stale && {
      reason: part?.reason ?? reasonOf(source),
      message: part?.message ?? messageOf(source),
    }),
    production,
    decayedAt,
  };
}

function reasonOf(source: StoredSource): UnknownReason {
  if (!source.configured || source.state === 'not-observable') {
    return 'not-configured';
  }
  if (source.state === 'forbidden') {
    return 'forbidden';
  }
  if (source.state === 'unreachable' || source.state === 'failing') {
    return 'unreachable';
  }
  // Nothing is wrong with it as far as anybody knows: nobody asked it for too long.
  return source.lastGoodAt === undefined ? 'never-observed' : 'no-data';
}

function messageOf(source: StoredSource): string {
  if (!source.configured) {
    return `${source.source} is not configured any more`;
  }
  if (source.message) {
    return source.message;
  }
  return source.lastGoodAt === undefined
    ? `${source.source} has not been observed yet`
    : `${source.source} was last observed at ${toInstant(source.lastGoodAt)}`;
}
