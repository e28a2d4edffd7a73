import {
  Counts,
  OverallStatus,
  OVERALL_STATUSES,
} from '@callboard/plugin-callboard-common';

/** Services in all. */
export function countAll(counts: Counts): number {
  return OVERALL_STATUSES.reduce((sum, status) => sum + counts[status], 0);
}

/** Services with one of these statuses; without any, all of them. */
export function countOf(
  counts: Counts,
  statuses: readonly OverallStatus[],
): number {
  return statuses.length === 0
    ? countAll(counts)
    : statuses.reduce((sum, status) => sum + counts[status], 0);
}

/** The worst status that any of them has. */
export function worstOf(counts: Counts): OverallStatus {
  return OVERALL_STATUSES.find(status => counts[status] > 0) ?? 'none';
}
