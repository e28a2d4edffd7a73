import { Facet, OVERALL_STATUSES } from '@callboard/plugin-callboard-common';

/** Groups with the most failing services first, then the most warnings, and so on. */
export function worstGroupsFirst(groups: readonly Facet[]): readonly Facet[] {
  return [...groups].sort((a, b) => {
    for (const status of OVERALL_STATUSES) {
      const more = b.counts[status] - a.counts[status];
      // What is fine does not push a group up.
      if (more !== 0 && status !== 'ok' && status !== 'none') {
        return more;
      }
    }
    return a.value.localeCompare(b.value);
  });
}
