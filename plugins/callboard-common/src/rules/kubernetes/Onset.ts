import { ReplicaSample } from './facts';
import { RuleClock } from './RuleClock';

/** When something began. */
export interface Onset {
  readonly at: number;
  /** As far back as anyone remembers; it may have begun earlier. */
  readonly atLeast?: true;
}

/** Since when every sample up to the newest fulfils a predicate. */
export function heldSince(
  samples: readonly ReplicaSample[],
  holds: (sample: ReplicaSample) => boolean,
): Onset | undefined {
  let first = samples.length;
  while (first > 0 && holds(samples[first - 1])) {
    first--;
  }
  if (first === samples.length) {
    return undefined;
  }
  const { at } = samples[first];
  return first === 0 ? { at, atLeast: true } : { at };
}

/**
 * When it began by what the cluster tells and by what we remember. A memory that saw the beginning
 * is right; one that did not is only a bound, and the cluster may know of an earlier one.
 */
export function onsetOf(
  clock: RuleClock,
  known: {
    /** By the cluster's own time of exactly this. */
    readonly told?: number;
    /** The latest that it can have begun, by other times of the cluster. */
    readonly evident?: number;
    readonly remembered?: Onset;
  },
): Onset | undefined {
  const { told, evident, remembered } = known;
  if (clock.believes(told)) {
    return { at: told };
  }
  if (remembered && !remembered.atLeast) {
    return remembered;
  }
  if (!clock.believes(evident)) {
    return remembered;
  }
  return remembered && remembered.at <= evident
    ? remembered
    : { at: evident, atLeast: true };
}

/** The one that began first. */
export function earliest(onsets: readonly Onset[]): Onset | undefined {
  return onsets.reduce<Onset | undefined>(
    (first, onset) => (first && first.at <= onset.at ? first : onset),
    undefined,
  );
}
