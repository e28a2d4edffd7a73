import { ReplicaSample } from './memory';
import { CustomFacts, HeadFacts } from './objects';

/** What a head says of its replicas; undefined where it counts none. */
export function countedReplicas(
  head: HeadFacts,
): Omit<ReplicaSample, 'at'> | undefined {
  switch (head.kind) {
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
    case 'ReplicaSet':
      return {
        replicas: head.replicas,
        ready: head.readyReplicas,
        available: head.availableReplicas,
        updated:
          head.kind === 'ReplicaSet'
            ? head.currentReplicas
            : head.updatedReplicas,
      };
    case 'Foreign':
      return head.custom && customReplicas(head.custom);
    default:
      return undefined;
  }
}

/**
 * Counts of a custom resource; undefined where it does not say both what it wants and what is there.
 * Of what wants none, nothing has to be there.
 */
function customReplicas({
  replicas,
  readyReplicas,
  availableReplicas,
  updatedReplicas,
}: CustomFacts): Omit<ReplicaSample, 'at'> | undefined {
  const ready =
    readyReplicas ?? availableReplicas ?? (replicas === 0 ? 0 : undefined);
  return replicas === undefined || ready === undefined
    ? undefined
    : {
        replicas,
        ready,
        available: availableReplicas ?? ready,
        updated: updatedReplicas ?? replicas,
      };
}
