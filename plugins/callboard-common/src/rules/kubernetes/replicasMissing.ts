import { formatDuration } from '../formatDuration';
import {
  DeploymentFacts,
  ReplicaSample,
  ReplicaSetFacts,
  StatefulSetFacts,
} from './facts';
import { heldSince, Onset, onsetOf } from './Onset';
import { conditionOf, isActive, isReady, unreadySince } from './pods/podStates';
import { isRollingOut } from './rollout';
import {
  firedAt,
  placeOf,
  timeInput,
  WorkloadContext,
  workloadFinding,
  WorkloadRule,
} from './ruling';
import { topReason } from './topReason';

type Replicated = DeploymentFacts | ReplicaSetFacts | StatefulSetFacts;

/** Fewer pods than wanted for long, though enough to keep the promise. */
export const replicasMissing: WorkloadRule<Replicated> = context => {
  const { head, clock, thresholds } = context;
  const { replicas } = head;
  const there = thereOf(head);
  const onset = there < replicas ? missingSince(context) : undefined;
  const since = firedAt(clock, onset, thresholds.replicasMissingAfterMs);
  if (!since) {
    return undefined;
  }
  const what =
    head.kind === 'StatefulSet'
      ? `${there} of ${replicas} ready`
      : `${there} of ${replicas} serve`;
  return {
    finding: workloadFinding(context, {
      code: 'replicas-missing',
      status: 'warning',
      message: what,
      hint: topReason(context) ?? 'See the nodes and the quota',
      since,
    }),
    summary: what,
    explanation: {
      rule: `${placeOf(context)} has fewer pods than it wants`,
      threshold: `for ${formatDuration(thresholds.replicasMissingAfterMs)}`,
      inputs: [
        { name: 'Pods wanted', value: String(replicas) },
        {
          name: head.kind === 'StatefulSet' ? 'Pods ready' : 'Pods that serve',
          value: String(there),
        },
        ...timeInput(clock, 'Short since', onset),
      ],
      clears: `when all ${replicas} are there`,
    },
  };
};

/** How many pods do what is wanted of them. */
export function thereOf(head: Replicated): number {
  return head.kind === 'StatefulSet'
    ? head.readyReplicas
    : head.availableReplicas;
}

function missingSince(context: WorkloadContext<Replicated>): Onset | undefined {
  const { head, clock, samples, workload } = context;
  const failure = conditionOf(head, 'ReplicaFailure');
  const isShort = (sample: ReplicaSample) =>
    (head.kind === 'StatefulSet' ? sample.ready : sample.available) <
    sample.replicas;
  const refusedSince = failure?.status === 'True' ? failure.since : undefined;
  // With no pod to spare, one that is not ready is one that is missing.
  const unready =
    head.kind === 'StatefulSet'
      ? workload.pods
          .filter(pod => isActive(pod) && !isReady(pod))
          .map(unreadySince)
      : [];
  const evident = unready.length > 0 ? Math.min(...unready) : refusedSince;
  const onset = onsetOf(clock, {
    evident,
    remembered: heldSince(samples, isShort),
  });
  const progressAt = progressOf(context);
  return onset && progressAt !== undefined && progressAt > onset.at
    ? { at: progressAt }
    : onset;
}

/** While a rollout gets on, pods are missing by design. */
function progressOf({ head }: WorkloadContext<Replicated>): number | undefined {
  return head.kind === 'Deployment' && isRollingOut(head)
    ? conditionOf(head, 'Progressing')?.updatedAt
    : undefined;
}
