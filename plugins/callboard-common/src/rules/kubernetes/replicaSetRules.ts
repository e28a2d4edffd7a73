import { formatDuration } from '../formatDuration';
import { ReplicaSetFacts } from './facts';
import { heldSince, Onset, onsetOf } from './Onset';
import { isActive, isReady, unreadySince } from './pods/podStates';
import {
  firedAt,
  placeOf,
  timeInput,
  WorkloadContext,
  workloadFinding,
  WorkloadRule,
} from './ruling';
import { topReason } from './topReason';

/** No pod of a ReplicaSet of its own serves; it promises nothing more. */
export const noneServes: WorkloadRule<ReplicaSetFacts> = context => {
  const { head, clock, thresholds } = context;
  const { replicas } = head;
  if (replicas === 0 || head.availableReplicas > 0) {
    return undefined;
  }
  const onset = noneSince(context);
  // It has no rollout whose deadline would tell how long a first start may take.
  const isFirst = !context.samples.some(({ available }) => available > 0);
  const startBy = head.createdAt + thresholds.rolloutDeadlineMs;
  const since = firedAt(clock, onset, thresholds.noneAvailableAfterMs);
  if (!since || (isFirst && !clock.reached(startBy))) {
    return undefined;
  }
  const what = `0 of ${replicas} pods serve`;
  return {
    finding: workloadFinding(context, {
      code: 'below-minimum',
      status: 'failing',
      message: what,
      hint: topReason(context) ?? 'See the events of the ReplicaSet',
      since: isFirst ? { ...since, at: Math.max(since.at, startBy) } : since,
    }),
    summary: what,
    explanation: {
      rule: `No pod of ${placeOf(context)} serves`,
      threshold: `for ${formatDuration(
        thresholds.noneAvailableAfterMs,
      )}, a new one for ${formatDuration(thresholds.rolloutDeadlineMs)}`,
      inputs: [
        { name: 'Pods wanted', value: String(replicas) },
        { name: 'Pods that serve', value: '0' },
        ...timeInput(clock, 'None since', onset),
      ],
      clears: 'when a pod serves',
    },
  };
};

function noneSince({
  clock,
  samples,
  workload,
}: WorkloadContext<ReplicaSetFacts>): Onset | undefined {
  const pods = workload.pods.filter(isActive);
  return onsetOf(clock, {
    evident:
      pods.length > 0 && !pods.some(isReady)
        ? Math.max(...pods.map(unreadySince))
        : undefined,
    remembered: heldSince(
      samples,
      ({ available, replicas }) => available === 0 && replicas > 0,
    ),
  });
}
