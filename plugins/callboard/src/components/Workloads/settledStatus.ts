import type {
  KubernetesWorkload,
  Observation,
  Status,
} from '@callboard/plugin-callboard-common';
import {
  compareStatus,
  statusOfFindings,
} from '@callboard/plugin-callboard-common';

/** What the settled findings say of a workload. */
function settledStatus(
  { kind, namespace, name }: KubernetesWorkload,
  { findings }: Observation,
): Status {
  return statusOfFindings(
    findings.filter(
      ({ params }) =>
        params.kind === kind &&
        params.namespace === namespace &&
        params.workload === name,
    ),
  );
}

/** Whether a workload looks better now than its status says: that counts once it lasts. */
export function looksBetter(
  workload: KubernetesWorkload,
  observation: Observation,
): boolean {
  const settled = settledStatus(workload, observation);
  return !observation.stale && compareStatus(settled, workload.status) < 0;
}

/**
 * The status of a workload: as settled, like that of its service. What was ok when its cluster was
 * last heard is not known to be ok any more once the observation itself has become unknown.
 */
export function workloadStatus(
  workload: KubernetesWorkload,
  observation: Observation,
): KubernetesWorkload['status'] | 'off' {
  if (
    observation.stale &&
    observation.status === 'unknown' &&
    workload.status === 'ok'
  ) {
    return 'unknown';
  }
  const settled = settledStatus(workload, observation);
  if (compareStatus(settled, workload.status) < 0) {
    return settled;
  }
  return workload.off ? 'off' : workload.status;
}
