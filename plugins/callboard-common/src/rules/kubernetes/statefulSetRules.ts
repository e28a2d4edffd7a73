import { Explanation } from '../../words';
import { formatDuration } from '../formatDuration';
import { plainText } from '../plainText';
import { PodFacts, StatefulSetFacts } from './facts';
import { versionOf } from './images';
import { heldSince, Onset, onsetOf } from './Onset';
import { isActive, isReady, unreadySince } from './pods/podStates';
import {
  firedAt,
  placeOf,
  Ruling,
  timeInput,
  WorkloadContext,
  workloadFinding,
  WorkloadRule,
} from './ruling';
import { topReason } from './topReason';

type Context = WorkloadContext<StatefulSetFacts>;

/** Whether pods of the old revision wait for their turn. */
export function isUpdating(head: StatefulSetFacts): boolean {
  return (
    head.updateStrategy === 'RollingUpdate' &&
    revisionsDiffer(head) &&
    head.updatedReplicas < wantedOnUpdate(head)
  );
}

/** Whether some pods are to stay on the old revision until someone says otherwise. */
export function isHeld(head: StatefulSetFacts): boolean {
  return revisionsDiffer(head) && !isUpdating(head);
}

function revisionsDiffer({
  currentRevision,
  updateRevision,
}: StatefulSetFacts): boolean {
  return (
    currentRevision !== undefined &&
    updateRevision !== undefined &&
    currentRevision !== updateRevision
  );
}

/** How many pods the update is meant to reach. */
function wantedOnUpdate({ replicas, partition }: StatefulSetFacts): number {
  return Math.max(replicas - partition, 0);
}

/** So few are ready that what they keep together may be lost. */
export const quorumRisk: WorkloadRule<StatefulSetFacts> = context => {
  const { head, clock, thresholds } = context;
  const { replicas, readyReplicas } = head;
  const limit = quorumLimit(context);
  if (replicas === 0 || readyReplicas > limit) {
    return undefined;
  }
  const onset = quorumSince(context, limit);
  const patient = patienceOf(context, onset);
  const since = firedAt(clock, onset, patient);
  if (!since) {
    return undefined;
  }
  const what = `${readyReplicas} of ${replicas} ready`;
  return {
    finding: workloadFinding(context, {
      code: 'quorum-risk',
      status: 'failing',
      message: what,
      hint: [topReason(context), 'Do not restart the others']
        .filter(Boolean)
        .join('. '),
      since,
    }),
    summary: what,
    explanation: {
      rule:
        limit > 0
          ? `At most half of ${placeOf(context)} is ready`
          : `No pod of ${placeOf(context)} is ready`,
      threshold: `for ${formatDuration(
        thresholds.quorumAfterMs,
      )}, while it is updated or new ${formatDuration(
        thresholds.quorumUpdatingAfterMs,
      )}`,
      inputs: [
        ...replicaInputs(head),
        ...timeInput(clock, 'So few since', onset),
      ],
      clears: `when ${limit + 1} or more are ready`,
    },
  };
};

/** The most that may be ready for it to be at risk. */
function quorumLimit({ head, thresholds }: Context): number {
  return head.replicas >= thresholds.quorumReplicasCount
    ? Math.floor(head.replicas / 2)
    : 0;
}

function quorumSince(
  { head, clock, samples, workload }: Context,
  limit: number,
): Onset | undefined {
  const unready = workload.pods
    .filter(pod => isActive(pod) && !isReady(pod))
    .map(unreadySince)
    .sort((a, b) => a - b);
  // When so many had failed that no more than the limit were left.
  const evident = unready.at(head.replicas - limit - 1);
  return onsetOf(clock, {
    evident: unready.length >= head.replicas - limit ? evident : undefined,
    remembered: heldSince(
      samples,
      ({ ready, replicas }) => replicas > 0 && ready <= limit,
    ),
  });
}

/** What starts for the first time, or is updated, has more time. */
function patienceOf(
  { head, thresholds }: Context,
  onset: Onset | undefined,
): number {
  const { quorumAfterMs, quorumUpdatingAfterMs } = thresholds;
  if (isUpdating(head)) {
    return quorumUpdatingAfterMs;
  }
  const startedBy = head.createdAt + quorumUpdatingAfterMs;
  return Math.max(quorumAfterMs, startedBy - (onset?.at ?? startedBy));
}

/** An update does not get on. */
export const updateStuck: WorkloadRule<StatefulSetFacts> = context => {
  const { head, clock, thresholds } = context;
  const blocking = isUpdating(head) ? blockingPod(context) : undefined;
  const onset = isUpdating(head) ? lastProgress(context, blocking) : undefined;
  const since = firedAt(clock, onset, thresholds.updateStuckAfterMs);
  if (!since) {
    return undefined;
  }
  const name = blocking && plainText(blocking.name, 80);
  const version = versionOf(head.images);
  return {
    finding: workloadFinding(context, {
      code: 'update-stuck',
      status: 'warning',
      message: name
        ? `${name} blocks the update`
        : `The update to ${version} does not get on`,
      hint: name
        ? `Revert the change and delete ${name}: the controller does not replace a pod that never became ready`
        : topReason(context),
      impact: 'delivery',
      since,
      params: { pod: blocking?.name, version },
    }),
    summary: 'update is stuck',
    explanation: {
      rule: `The update of ${placeOf(context)} makes no progress`,
      threshold: `for ${formatDuration(thresholds.updateStuckAfterMs)}`,
      inputs: [
        ...replicaInputs(head),
        { name: 'On the new revision', value: String(head.updatedReplicas) },
        ...timeInput(clock, 'Last progress', onset),
      ],
      clears: 'when it gets on, or is reverted',
    },
  };
};

function blockingPod({ head, workload }: Context): PodFacts | undefined {
  const byOrdinal = workload.pods
    .filter(pod => isActive(pod) && !isReady(pod))
    .sort((a, b) => ordinalOf(b) - ordinalOf(a));
  return (
    byOrdinal.find(({ revision }) => revision === head.updateRevision) ??
    byOrdinal.at(0)
  );
}

function ordinalOf({ name }: PodFacts): number {
  return Number(/-(\d+)$/.exec(name)?.[1] ?? -1);
}

function lastProgress(
  { head, clock, samples, workload }: Context,
  blocking: PodFacts | undefined,
): Onset | undefined {
  const { updatedReplicas, updateRevision } = head;
  const renewedAt = workload.pods
    .filter(({ revision }) => revision === updateRevision)
    .map(({ createdAt }) => createdAt);
  const remembered = heldSince(
    samples,
    ({ updated }) => updated === updatedReplicas,
  );
  const onset = onsetOf(clock, { evident: blocking?.createdAt, remembered });
  const newest = Math.max(...renewedAt);
  return onset && newest > onset.at ? { at: newest } : onset;
}

/** Some pods stay on the old revision on purpose; worth a note. */
export function updateHeld(context: Context): Ruling | undefined {
  const { head } = context;
  if (!isHeld(head) || head.readyReplicas < head.replicas) {
    return undefined;
  }
  const onNew = `${head.updatedReplicas} of ${head.replicas} on ${versionOf(
    head.images,
  )}`;
  const waits = head.updateStrategy === 'OnDelete';
  return {
    finding: workloadFinding(context, {
      code: 'update-held',
      status: 'note',
      message: waits ? `Updated on delete: ${onNew}` : `Canary: ${onNew}`,
      hint: waits
        ? 'Delete the other pods one by one to update them'
        : 'Lower the partition to go on',
      impact: 'delivery',
    }),
    summary: onNew,
    explanation: {
      rule: `The update of ${placeOf(context)} stops where its strategy says`,
      inputs: [
        ...replicaInputs(head),
        {
          name: waits ? 'Update strategy' : 'Partition',
          value: waits ? 'OnDelete' : String(head.partition),
        },
      ],
    },
  };
}

/** What a StatefulSet wants, and what is there. */
export function replicaInputs(head: StatefulSetFacts): Explanation['inputs'] {
  return [
    { name: 'Pods wanted', value: String(head.replicas) },
    { name: 'Pods ready', value: String(head.readyReplicas) },
  ];
}
