import type { Observation } from '@callboard/plugin-callboard-common';

/** A source that has not been heard for longer than it promises. */
export interface Unheard {
  readonly source: string;
  /** When it was last heard, epoch milliseconds; absent where it never was. */
  readonly since?: number;
}

/** The sources of a service that are not heard at the moment, the longest silence first. */
export function unheardSources(
  observations: readonly Observation[],
): Unheard[] {
  const bySource = new Map<string, Unheard>();
  for (const { source, stale, observedAt } of observations) {
    const since = observedAt ? Date.parse(observedAt) : undefined;
    const known = bySource.get(source);
    if (stale && (!known || (since ?? 0) < (known.since ?? 0))) {
      bySource.set(source, { source, ...(since ? { since } : {}) });
    }
  }
  return [...bySource.values()].sort((a, b) => (a.since ?? 0) - (b.since ?? 0));
}
