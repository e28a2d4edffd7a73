import type {
  SourceHealth,
  SourceState,
} from '@callboard/plugin-callboard-common';

/** States of sources, worst first: the order of counters and rows. */
export const SOURCE_STATES_WORST_FIRST: readonly SourceState[] = [
  'unreachable',
  'failing',
  'forbidden',
  'not-observable',
  'starting',
  'ok',
];

/** How many sources there are of each state that occurs, worst first. */
export function countSources(
  sources: readonly SourceHealth[],
): { state: SourceState; count: number }[] {
  return SOURCE_STATES_WORST_FIRST.map(state => ({
    state,
    count: sources.filter(source => source.state === state).length,
  })).filter(({ count }) => count > 0);
}

/** Worst first; within a state those with findings first, then those that feed most. */
export function sortSources(sources: readonly SourceHealth[]): SourceHealth[] {
  const rank = (source: SourceHealth) =>
    SOURCE_STATES_WORST_FIRST.indexOf(source.state);
  return [...sources].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      Math.sign(b.findings.length) - Math.sign(a.findings.length) ||
      b.services - a.services ||
      a.source.localeCompare(b.source),
  );
}
