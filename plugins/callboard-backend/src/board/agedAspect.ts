import type {
  Aspect,
  AspectStatus,
  Finding,
} from '@callboard/plugin-callboard-common';
import { fingerprintOf, toInstant } from '@callboard/plugin-callboard-node';
import type { SourceAge, SourceAges } from './SourceAges';
import type { StoredAspect, StoredFeed } from './StoredRow';

/** An aspect with its age, and since when it is not believed any more. */
export interface AgedAspect {
  readonly status: AspectStatus;
  /** Set where an `ok` decayed; epoch milliseconds. */
  readonly decayedAt?: number;
  /** Set where an `ok` decayed. */
  readonly decayedSource?: string;
}

interface AgedFeed extends StoredFeed {
  readonly age: SourceAge;
}

/**
 * Adds to a stored aspect how old it is. A stale red stays red; an `ok` that is too old to be
 * believed reads as `unknown`, with what keeps its source silent as the finding.
 */
export function agedAspect(options: {
  readonly entityRef: string;
  readonly aspect: Aspect;
  readonly stored: StoredAspect;
  readonly ages: SourceAges;
}): AgedAspect {
  const { aspect, ages } = options;
  const { feeds, ...stored } = options.stored;
  const aged = feeds
    .filter(feed => !feed.problem)
    .map(feed => ({ ...feed, age: ages.of(feed.source, feed.shard) }));
  const status: AspectStatus = {
    ...stored,
    ...observedAtOf(aged),
    stale: aged.some(feed => feed.age.stale),
  };
  const decayed =
    stored.status === 'ok' ? firstDecayed(aged, aspect) : undefined;
  if (!decayed) {
    return { status };
  }
  return {
    decayedAt: decayed.at,
    decayedSource: decayed.feed.source,
    status: decayedStatus({
      status,
      decayedAt: decayed.at,
      finding: decayedFinding({
        identity: [options.entityRef, aspect],
        source: decayed.feed.source,
        age: decayed.feed.age,
        at: decayed.at,
      }),
    }),
  };
}

/** An `ok` that is not believed any more. */
export function decayedStatus<S extends AspectStatus>(options: {
  readonly status: S;
  readonly decayedAt: number;
  readonly finding: Finding;
}): S {
  const { status, decayedAt, finding } = options;
  const { off, atLeast, badSince, ...rest } = status;
  return {
    ...(rest as S),
    status: 'unknown',
    since: toInstant(decayedAt),
    findings: [finding, ...status.findings],
  };
}

/** Why an `ok` is not believed any more. */
export function decayedFinding(options: {
  readonly identity: readonly string[];
  readonly source: string;
  readonly age: SourceAge;
  readonly at: number;
}): Finding {
  const { identity, source, age, at } = options;
  const code = age.reason ?? 'no-data';
  return {
    code,
    status: 'unknown',
    message: age.message ?? `${source} is silent`,
    since: toInstant(at),
    impact: 'delivery',
    params: { source },
    links: [],
    fingerprint: fingerprintOf([...identity, source, code]),
  };
}

/** As old as the oldest part; not known where a part was never observed. */
function observedAtOf(feeds: readonly AgedFeed[]): { observedAt?: string } {
  let oldest = Infinity;
  for (const { age } of feeds) {
    if (age.observedAt === undefined) {
      return {};
    }
    oldest = Math.min(oldest, age.observedAt);
  }
  return oldest === Infinity ? {} : { observedAt: toInstant(oldest) };
}

function firstDecayed(
  feeds: readonly AgedFeed[],
  aspect: Aspect,
): { feed: AgedFeed; at: number } | undefined {
  return feeds
    .flatMap(feed => {
      const at = feed.age.decayedAt[aspect];
      return at === undefined ? [] : [{ feed, at }];
    })
    .reduce<{ feed: AgedFeed; at: number } | undefined>(
      (first, next) => (first && first.at <= next.at ? first : next),
      undefined,
    );
}
