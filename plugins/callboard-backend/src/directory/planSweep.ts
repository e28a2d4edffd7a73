/** What is stored of a service, as far as a sweep has to know. */
export interface KnownService {
  readonly ref: string;
  readonly hash: string;
  readonly deleted: boolean;
}

export interface SweepThresholds {
  /** Share of the known services that may vanish at once, 0 to 1. */
  readonly maxLostShare: number;
  /** So few may always vanish, or a small catalog could never lose one. */
  readonly alwaysAllowedCount: number;
}

export const DEFAULT_SWEEP_THRESHOLDS: SweepThresholds = {
  maxLostShare: 0.2,
  alwaysAllowedCount: 4,
};

/** What a sweep did not see. */
export interface SweepLosses {
  /** To be confirmed before they are deleted. */
  readonly missing: readonly string[];
  /** Why nothing is deleted now: an empty or shrunken catalog is more likely ill than right. */
  readonly hold?: string;
}

/** The services of one page that are new, changed or back, and those that are as they were. */
export function comparePage<T extends { ref: string; hash: string }>(
  page: readonly T[],
  known: ReadonlyMap<string, KnownService>,
): { changed: T[]; unchanged: T[] } {
  const changed: T[] = [];
  const unchanged: T[] = [];
  for (const service of page) {
    const before = known.get(service.ref);
    const same = before && !before.deleted && before.hash === service.hash;
    (same ? unchanged : changed).push(service);
  }
  return { changed, unchanged };
}

/** Compares what the whole sweep saw with what is stored. */
export function planDeletion(options: {
  readonly seen: ReadonlySet<string>;
  readonly known: ReadonlyMap<string, KnownService>;
  readonly thresholds?: SweepThresholds;
}): SweepLosses {
  const { seen, known, thresholds = DEFAULT_SWEEP_THRESHOLDS } = options;
  const alive = [...known.values()].filter(({ deleted }) => !deleted);
  const missing = alive.map(({ ref }) => ref).filter(ref => !seen.has(ref));
  const hold = holdReason({
    lostCount: missing.length,
    aliveCount: alive.length,
    sweptCount: seen.size,
    thresholds,
  });
  return { missing, ...(hold && { hold }) };
}

function holdReason(options: {
  lostCount: number;
  aliveCount: number;
  sweptCount: number;
  thresholds: SweepThresholds;
}): string | undefined {
  const { lostCount, aliveCount, sweptCount, thresholds } = options;
  if (lostCount > 0 && sweptCount === 0) {
    return `the catalog shows none of ${aliveCount} known services`;
  }
  const { alwaysAllowedCount, maxLostShare } = thresholds;
  return lostCount > alwaysAllowedCount && lostCount > aliveCount * maxLostShare
    ? `the catalog misses ${lostCount} of ${aliveCount} known services`
    : undefined;
}
