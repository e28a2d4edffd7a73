import {
  FindingStatus,
  OVERALL_STATUSES,
  OverallStatus,
  Status,
} from '../words';

/**
 * Sorts statuses worst first, `none` last.
 * @public
 */
export function compareStatus(a: OverallStatus, b: OverallStatus): number {
  return OVERALL_STATUSES.indexOf(a) - OVERALL_STATUSES.indexOf(b);
}

/**
 * The worst of some statuses; `none` where there are none.
 * @public
 */
export function worstOf<S extends OverallStatus>(
  statuses: Iterable<S>,
): S | 'none' {
  let worst: S | 'none' = 'none';
  for (const status of statuses) {
    if (compareStatus(status, worst) < 0) {
      worst = status;
    }
  }
  return worst;
}

/**
 * What findings make of an observation: the worst of them, `ok` where there is none. A note
 * changes nothing.
 * @public
 */
export function statusOfFindings(
  findings: Iterable<{ readonly status: FindingStatus }>,
): Status {
  let worst: Status = 'ok';
  for (const { status } of findings) {
    if (status !== 'note' && compareStatus(status, worst) < 0) {
      worst = status;
    }
  }
  return worst;
}

/**
 * Whether a status is bad: `failing` or `warning`. `unknown` and `none` are neither good nor bad.
 * @public
 */
export function isBad(status: OverallStatus): boolean {
  return status === 'failing' || status === 'warning';
}
