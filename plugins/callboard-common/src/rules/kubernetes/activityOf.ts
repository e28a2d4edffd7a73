import { Activity } from '../../words';
import { customActivity } from './custom/customActivity';
import { DeploymentFacts, JobFacts, WorkloadSnapshot } from './facts';
import { versionOf } from './images';
import { isRollingOut } from './rollout';
import { RuleClock } from './RuleClock';
import { isUpdating } from './statefulSetRules';

/** What goes on with a workload. */
export function activityOf(
  workload: WorkloadSnapshot,
  clock: RuleClock,
): Activity | undefined {
  const { head } = workload;
  switch (head.kind) {
    case 'Deployment':
      return head.replicas > 0 && isRollingOut(head)
        ? rollingOut(head, clock.instant(rolloutSince(workload)))
        : undefined;
    case 'StatefulSet':
      return head.replicas > 0 && isUpdating(head)
        ? rollingOut(head)
        : undefined;
    case 'DaemonSet':
      return head.updateStrategy === 'RollingUpdate' &&
        head.updatedReplicas < head.replicas
        ? rollingOut(head)
        : undefined;
    case 'Job':
      return running([head], clock);
    case 'CronJob':
      return running(workload.jobs, clock);
    case 'Foreign':
      return customActivity(head, clock);
    default:
      return undefined;
  }
}

function rollingOut(
  {
    updatedReplicas,
    replicas,
    images,
  }: Pick<DeploymentFacts, 'updatedReplicas' | 'replicas' | 'images'>,
  since?: string,
): Activity {
  return {
    kind: 'rolling-out',
    message: `${updatedReplicas} of ${replicas} on ${versionOf(images)}`,
    ...(since && { since }),
    progress: Math.min(Math.max(updatedReplicas / replicas, 0), 1),
  };
}

/** When its newest revision was made; a rollback takes up an old one, and nobody knows when. */
function rolloutSince({ replicaSets }: WorkloadSnapshot): number | undefined {
  const newest = replicaSets.at(0);
  return newest &&
    replicaSets.every(({ createdAt }) => createdAt <= newest.createdAt)
    ? newest.createdAt
    : undefined;
}

function running(
  jobs: readonly JobFacts[],
  clock: RuleClock,
): Activity | undefined {
  const job = jobs.find(({ active, suspended }) => active > 0 && !suspended);
  const since = clock.instant(job?.startedAt);
  return job && { kind: 'running', message: 'runs', ...(since && { since }) };
}
