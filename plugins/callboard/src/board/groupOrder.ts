import {
  Facet,
  FINDING_STATUSES,
  OVERALL_STATUSES,
} from '@callboard/plugin-callboard-common';

/**
 * The worst findings first, where groups are findings; then the groups with the most failing
 * services, the most warnings, and so on.
 */
export function worstGroupsFirst(groups: readonly Facet[]): readonly Facet[] {
  return [...groups].sort((a, b) => {
    const worse = rankOf(a) - rankOf(b);
    if (worse !== 0) {
      return worse;
    }
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

function rankOf({ worst }: Facet): number {
  return worst === undefined ? 0 : FINDING_STATUSES.indexOf(worst);
}
