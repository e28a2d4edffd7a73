import { formatDuration } from '../formatDuration';
import {
  DeploymentFacts,
  ForeignFacts,
  ReplicaSetFacts,
  StatefulSetFacts,
} from './facts';
import { countedReplicas } from './facts/countedReplicas';
import { heldSince, Onset, onsetOf } from './Onset';
import {
  placeOf,
  Ruling,
  timeInput,
  WorkloadContext,
  workloadFinding,
} from './ruling';

const AUTOSCALERS_RESOURCE = 'horizontalpodautoscalers';

type Scalable =
  | DeploymentFacts
  | ReplicaSetFacts
  | StatefulSetFacts
  | ForeignFacts;

/**
 * Scaled to zero not long ago, by a person as far as one can tell. After a week, outside production,
 * and where something scales it, it rests on purpose.
 */
export function scaledToZero(
  context: WorkloadContext<Scalable>,
): Ruling | undefined {
  const { head, clock, thresholds, production, workload } = context;
  const scaler = scalerOf(context);
  if (
    countedReplicas(head)?.replicas !== 0 ||
    !production ||
    head.canary ||
    workload.autoscalers.length > 0
  ) {
    return undefined;
  }
  const zero = zeroSince(context);
  // What was at zero when we first looked has been so no longer than it exists.
  const bound = zero && !zero.atLeast ? zero.at : head.createdAt;
  if (clock.reached(bound + thresholds.scaledToZeroForMs)) {
    return undefined;
  }
  const was = replicasBefore(context);
  const before = was === undefined ? '' : ` (was ${was})`;
  const instant = zero && !zero.atLeast ? clock.instant(zero.at) : undefined;
  return {
    finding: workloadFinding(context, {
      code: 'scaled-to-zero',
      status: 'warning',
      message: instant
        ? `Scaled to zero at ${instant}${before}`
        : `Scaled to zero${before}`,
      hint: 'See who scaled it down; restore it, or acknowledge it',
      since: zero,
      params: { replicas: was === undefined ? undefined : String(was) },
    }),
    summary: 'scaled to zero',
    explanation: {
      rule: `${placeOf(context)} was scaled to zero, and ${scaler.rule}`,
      threshold: `for less than ${formatDuration(
        thresholds.scaledToZeroForMs,
      )}; after that it rests on purpose`,
      inputs: [
        { name: 'Pods wanted', value: '0' },
        {
          name: 'Before',
          value: was === undefined ? 'not known' : String(was),
        },
        ...timeInput(clock, 'At zero since', zero),
        { name: 'Autoscaler', value: scaler.value },
      ],
      clears: 'when it is scaled up again',
    },
  };
}

/** What is known of what might scale it, where no autoscaler is seen. */
function scalerOf({ snapshot }: WorkloadContext): {
  rule: string;
  value: string;
} {
  const isKnown = snapshot.unreadable.every(
    ({ resource }) => resource !== AUTOSCALERS_RESOURCE,
  );
  return isKnown
    ? { rule: 'nothing scales it', value: 'none' }
    : {
        rule: 'whether something scales it is not known',
        value: 'not known, we cannot read them',
      };
}

function zeroSince({
  samples,
  clock,
}: WorkloadContext<Scalable>): Onset | undefined {
  return onsetOf(clock, {
    remembered: heldSince(samples, ({ replicas }) => replicas === 0),
  });
}

function replicasBefore({
  samples,
}: WorkloadContext<Scalable>): number | undefined {
  return [...samples].reverse().find(({ replicas }) => replicas > 0)?.replicas;
}
