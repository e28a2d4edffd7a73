import { ContainerFacts, PodFacts, RestartSample } from '../facts';
import { followsClosely } from '../facts/remember';
import { Onset } from '../Onset';
import { RuleClock } from '../RuleClock';

/** What is known of the restarts of one container. */
export interface RestartHistory {
  readonly count: number;
  readonly samples: readonly RestartSample[];
  /** Times of the restarts that anybody knows of, by number of the restart. */
  readonly times: ReadonlyMap<number, number>;
  /** None of its restarts can be older. */
  readonly createdAt: number;
}

/** Puts together what the cluster tells of the last two restarts, and what is remembered of others. */
export function restartHistory(
  container: ContainerFacts,
  pod: PodFacts,
  known: { samples?: readonly RestartSample[]; clock: RuleClock },
): RestartHistory {
  const { restarts: count, current, last } = container;
  const samples = (known.samples ?? []).filter(
    sample => sample.restarts <= count,
  );
  const times = new Map<number, number>();
  samples.forEach((sample, index) => {
    const before = samples[index - 1]?.restarts ?? sample.restarts;
    for (let number = before + 1; number <= sample.restarts; number++) {
      times.set(number, sample.at);
    }
  });
  const starts =
    current?.state === 'waiting'
      ? [last?.startedAt]
      : [current?.startedAt, last?.startedAt];
  starts.forEach((startedAt, index) => {
    if (count - index > 0 && known.clock.believes(startedAt)) {
      times.set(count - index, startedAt);
    }
  });
  return { count, samples, times, createdAt: pod.createdAt };
}

/** Restarts within the time up to now. What happened at an unknown time counts as long ago as it can. */
export function restartsWithin(
  { count, times, createdAt }: RestartHistory,
  windowMs: number,
  clock: RuleClock,
): number {
  if (count === 0) {
    return 0;
  }
  const known = [...times.values()].filter(
    at => !clock.reached(at + windowMs),
  ).length;
  const unknown = count - times.size;
  return unknown > 0 && !clock.reached(createdAt + windowMs)
    ? known + unknown
    : known;
}

/** Whether so many restarts, the last one among them, happened within so much time. */
export function cameClosely(
  { count, times, createdAt }: RestartHistory,
  limit: { count: number; withinMs: number },
): boolean {
  const last = times.get(count);
  const first = count - limit.count + 1;
  if (last === undefined || first < 1) {
    return false;
  }
  return last - (times.get(first) ?? createdAt) < limit.withinMs;
}

/** When the restarts that follow each other closely up to now began. */
export function closelySince({
  count,
  samples,
  times,
}: RestartHistory): Onset | undefined {
  let first = samples.length - 1;
  while (first > 0 && followsClosely(samples[first - 1], samples[first])) {
    first--;
  }
  if (first >= 0) {
    const { at, restarts } = samples[first];
    const since = times.get(restarts) ?? at;
    return first > 0 || restarts <= 1
      ? { at: since }
      : { at: since, atLeast: true };
  }
  const since = times.get(count - 1) ?? times.get(count);
  return since === undefined ? undefined : { at: since, atLeast: true };
}
