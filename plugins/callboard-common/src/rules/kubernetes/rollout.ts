import { DeploymentFacts } from './facts';
import { neededReplicas } from './neededReplicas';
import { conditionOf } from './pods/podStates';
import { WorkloadContext } from './ruling';

/** A Deployment becomes unavailable within this time of its creation if it never was available. */
const FIRST_STATUS_WITHIN_MS = 60_000;

const RESTING_REASONS: readonly (string | undefined)[] = [
  'NewReplicaSetAvailable',
  'DeploymentPaused',
  'ProgressDeadlineExceeded',
];

/** Whether a Deployment is rolling out: progressing, and not done with it. */
export function isRollingOut(head: DeploymentFacts): boolean {
  const progressing = conditionOf(head, 'Progressing');
  return progressing
    ? !RESTING_REASONS.includes(progressing.reason)
    : // Without a deadline the controller does not tell its progress.
      head.updatedReplicas < head.replicas ||
        head.currentReplicas > head.updatedReplicas;
}

/** The rollout did not get on within its deadline, as its controller says. */
export function hasExceededDeadline(head: DeploymentFacts): boolean {
  const progressing = conditionOf(head, 'Progressing');
  return (
    progressing?.status === 'False' &&
    progressing.reason === 'ProgressDeadlineExceeded'
  );
}

/** Nobody could expect it to serve before: it never did, or it was stopped to be replaced. */
export function mayBeDown({
  head,
  samples,
}: WorkloadContext<DeploymentFacts>): boolean {
  const available = conditionOf(head, 'Available');
  const neverServed =
    available?.status !== 'True' &&
    (available?.since ?? head.createdAt) <=
      head.createdAt + FIRST_STATUS_WITHIN_MS &&
    !samples.some(sample => {
      const needed = neededReplicas({ ...head, replicas: sample.replicas });
      return sample.available >= Math.max(needed, 1);
    });
  return (
    neverServed ||
    (head.strategy === 'Recreate' &&
      (isRollingOut(head) || hasExceededDeadline(head)))
  );
}

/** When a rollout has had its time, counted from its last progress. */
export function rolloutDeadline({
  head,
  thresholds,
}: WorkloadContext<DeploymentFacts>): number {
  const progressing = conditionOf(head, 'Progressing');
  const seconds = head.progressDeadlineSeconds;
  const lastProgress =
    progressing?.updatedAt ?? progressing?.since ?? head.createdAt;
  if (hasExceededDeadline(head)) {
    return progressing?.since ?? lastProgress;
  }
  return (
    lastProgress +
    (seconds === undefined ? thresholds.rolloutDeadlineMs : seconds * 1000)
  );
}
