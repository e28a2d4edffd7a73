import { nearNames } from '@callboard/plugin-callboard-common';
import type { ClusterGraph } from './graph/ClusterGraph';
import type { KnownSubject } from './KnownSubjects';

/**
 * Heads that are looked at for it: milliseconds, for every service that runs in one of several
 * clusters and is looked for in all of them.
 */
const MAX_HEADS_COUNT = 1_000;

/** Selectors that match something, and that someone may have meant. */
export function nearSelectors(
  { selector, namespace }: KnownSubject,
  graph: ClusterGraph,
): readonly string[] {
  const [requirement, ...others] = selector.requirements;
  if (
    requirement?.operator !== 'in' ||
    requirement.values.length !== 1 ||
    others.length > 0
  ) {
    return [];
  }
  const { key, values } = requirement;
  const there = new Set<string>();
  let heads = 0;
  for (const uid of graph.heads.all()) {
    if (++heads > MAX_HEADS_COUNT) {
      break;
    }
    const head = graph.heads.claimable(uid);
    if (head && (namespace === undefined || head.namespace === namespace)) {
      for (const labels of head.labelSets) {
        const value = labels.get(key);
        if (value) {
          there.add(value);
        }
      }
    }
  }
  return nearNames(values[0], there).map(value => `${key}=${value}`);
}
