import { countedReplicas } from './countedReplicas';
import { ReplicaSample, RestartSample } from './memory';
import { HeadFacts, PodFacts } from './objects';

/** Samples that are kept of one workload. */
const REPLICA_SAMPLES_MAX_COUNT = 20;

/** Samples that are kept of one container. */
const RESTART_SAMPLES_MAX_COUNT = 16;

/** How far back the rules look for restarts. */
const RESTARTS_KEPT_MS = 3_600_000;

/** Restarts that are no further apart belong to one crash loop: back-off is at most 5 min. */
const CLOSE_RESTARTS_MS = 900_000;

/** Missing shares that the rules tell apart. */
const TOLD_APART_SHARES: readonly number[] = [0, 0.1, 0.5];

/**
 * What to remember of a workload's replicas after a look at it: one sample for every change, at
 * most 20. The same array where nothing changed, `undefined` of a head that counts none.
 * @public
 */
export function rememberReplicas(
  previous: readonly ReplicaSample[] | undefined,
  head: HeadFacts,
  at: number,
): readonly ReplicaSample[] | undefined {
  const counts = countedReplicas(head);
  if (!counts) {
    return undefined;
  }
  const sample: ReplicaSample = { at, ...counts };
  const last = previous?.at(-1);
  if (previous && last && sameReplicas(last, sample)) {
    return previous;
  }
  // Our own clock may have been set back.
  const samples = [...(previous ?? []).filter(known => known.at <= at), sample];
  return samples.length > REPLICA_SAMPLES_MAX_COUNT
    ? withoutLeast(samples)
    : samples;
}

function sameReplicas(a: ReplicaSample, b: ReplicaSample): boolean {
  return (
    a.replicas === b.replicas &&
    a.ready === b.ready &&
    a.available === b.available &&
    a.updated === b.updated
  );
}

/**
 * Makes room so that a workload whose pods come and go every few seconds keeps its beginning: drops
 * a sample that is like the one before in all that rules ask, else takes two for the better of them,
 * else forgets the oldest.
 */
function withoutLeast(samples: readonly ReplicaSample[]): ReplicaSample[] {
  const inner = samples.slice(1, -2);
  const alike = inner.findIndex(
    (sample, index) => classOf(sample) === classOf(samples[index]),
  );
  if (alike >= 0) {
    return samples.filter((_, index) => index !== alike + 1);
  }
  const pair = inner.findIndex(
    ({ replicas, updated }, index) =>
      samples[index + 2].replicas === replicas &&
      samples[index + 2].updated === updated,
  );
  if (pair < 0) {
    return samples.slice(1);
  }
  const [one, other] = samples.slice(pair + 1, pair + 3);
  const better: ReplicaSample = {
    ...one,
    ready: Math.max(one.ready, other.ready),
    available: Math.max(one.available, other.available),
  };
  return [...samples.slice(0, pair + 1), better, ...samples.slice(pair + 3)];
}

function classOf({
  replicas,
  ready,
  available,
  updated,
}: ReplicaSample): string {
  const missing = Math.max(replicas - available, 0);
  return [
    replicas,
    updated,
    ready === 0,
    ready < replicas,
    2 * ready <= replicas,
    available === 0,
    ...TOLD_APART_SHARES.map(share => missing > share * replicas),
  ].join();
}

/**
 * What to remember of the restarts of a pod's containers after a look at it, for as long as rules
 * look back. The same object where nothing changed, `undefined` where nothing ever restarted.
 * @public
 */
export function rememberRestarts(
  previous: Readonly<Record<string, readonly RestartSample[]>> | undefined,
  pod: PodFacts,
  at: number,
): Readonly<Record<string, readonly RestartSample[]>> | undefined {
  let changed = false;
  const next: Record<string, readonly RestartSample[]> = {};
  for (const { name, restarts, current } of pod.containers) {
    const samples = previous?.[name];
    const last = samples?.at(-1);
    const backOff = current?.reason === 'CrashLoopBackOff';
    const known =
      last?.restarts === restarts && (!backOff || last.backOff === true);
    if (restarts === 0 && !samples && !backOff) {
      continue;
    }
    if (samples && known) {
      next[name] = samples;
      continue;
    }
    changed = true;
    const sample: RestartSample =
      last?.restarts === restarts
        ? { ...last, backOff: true }
        : { at, restarts, ...(backOff && { backOff: true }) };
    next[name] = recent(
      [
        ...(samples ?? []).filter(
          other => other.restarts < restarts && other.at <= at,
        ),
        sample,
      ],
      at,
    );
  }
  return changed || !previous ? nonEmpty(next) : previous;
}

/**
 * The samples within the window, and the one before, which tells from where they count. Of restarts
 * that follow each other closely the first stays, however long ago: that is when a crash loop began.
 */
function recent(
  samples: readonly RestartSample[],
  at: number,
): readonly RestartSample[] {
  let first = samples.length - 1;
  while (
    first > 0 &&
    (samples[first - 1].at > at - RESTARTS_KEPT_MS ||
      followsClosely(samples[first - 1], samples[first]))
  ) {
    first--;
  }
  const kept = samples.slice(Math.max(first - 1, 0));
  return kept.length > RESTART_SAMPLES_MAX_COUNT
    ? [...kept.slice(0, 2), ...kept.slice(2 - RESTART_SAMPLES_MAX_COUNT)]
    : kept;
}

/** Whether the restarts from one sample to the next came as close as those of a crash loop. */
export function followsClosely(
  before: RestartSample,
  after: RestartSample,
): boolean {
  return (
    after.at - before.at <=
    (after.restarts - before.restarts) * CLOSE_RESTARTS_MS
  );
}

function nonEmpty<T>(
  record: Readonly<Record<string, T>>,
): Readonly<Record<string, T>> | undefined {
  return Object.keys(record).length > 0 ? record : undefined;
}
