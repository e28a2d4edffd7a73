import { plainText } from '../plainText';
import { conditionOf, isActive, isReady } from './pods/podStates';
import { topPodReason } from './pods/podRules';
import { WorkloadContext } from './ruling';

/** What most likely keeps a workload from what it promised; one sentence for a hint. */
export function topReason(context: WorkloadContext): string | undefined {
  const reason =
    refused(context) ??
    topPodReason(context) ??
    brokenNode(context) ??
    evicted(context);
  return reason && `Top reason: ${reason}`;
}

/** Pods are not even made, because a quota or an admission webhook says no. */
function refused({ head, workload }: WorkloadContext): string | undefined {
  const conditions = [
    ...('conditions' in head ? head.conditions : []),
    ...workload.replicaSets.flatMap(set => set.conditions),
  ];
  const failure = conditionOf({ conditions }, 'ReplicaFailure');
  const event = workload.events.find(({ reason }) => reason === 'FailedCreate');
  const message = failure?.status === 'True' ? failure.message : event?.message;
  return message && plainText(message, 200);
}

function brokenNode({
  workload,
  snapshot,
}: WorkloadContext): string | undefined {
  const nodes = new Set(
    workload.pods
      .filter(pod => isActive(pod) && !isReady(pod))
      .flatMap(({ nodeName }) => nodeName ?? [])
      .filter(name => {
        const node = snapshot.nodes.get(name);
        return node && conditionOf(node, 'Ready')?.status !== 'True';
      }),
  );
  return nodes.size > 0
    ? `pods sit on NotReady ${plainText([...nodes].sort().join(', '))}`
    : undefined;
}

function evicted({ workload }: WorkloadContext): string | undefined {
  const count = workload.pods.filter(
    ({ reason }) => reason === 'Evicted',
  ).length;
  return count > 0
    ? `${count} ${count === 1 ? 'pod was' : 'pods were'} evicted`
    : undefined;
}
