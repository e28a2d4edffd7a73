import { FindingStatus } from '../../words';
import { formatDuration } from '../formatDuration';
import { plainText } from '../plainText';
import { PodFacts, VolumeClaimFacts } from './facts';
import { conditionOf, isActive } from './pods/podStates';
import {
  firedAt,
  placeOf,
  Ruling,
  timeInput,
  WorkloadContext,
  workloadFinding,
} from './ruling';

/** What is wrong with the volumes of a workload. */
export function volumeRulings(context: WorkloadContext): readonly Ruling[] {
  return context.workload.claims.flatMap(claim => {
    if (claim.phase === 'Lost') {
      return [lost(context, claim)];
    }
    return claim.phase === 'Pending' ? pending(context, claim) ?? [] : [];
  });
}

function lost(context: WorkloadContext, claim: VolumeClaimFacts): Ruling {
  const message = `Volume ${plainText(claim.name, 80)} is lost`;
  return {
    finding: workloadFinding(context, {
      code: 'volume-pending',
      status: 'failing',
      message,
      hint: 'What it was bound to is gone: restore the volume, or its data',
      params: claimParams(claim),
    }),
    summary: message,
    explanation: {
      rule: `A volume of ${placeOf(context)} is lost`,
      inputs: claimInputs(claim),
      clears: 'when the claim is bound again',
    },
  };
}

function pending(
  context: WorkloadContext,
  claim: VolumeClaimFacts,
): Ruling | undefined {
  const { clock, thresholds, workload } = context;
  const users = workload.pods.filter(
    pod => isActive(pod) && pod.claims?.includes(claim.name),
  );
  const waiting = users.filter(waitsForVolume);
  // It may have been left alone for long before the first pod asked for it.
  const onset = {
    at: Math.max(
      claim.createdAt,
      waiting.length > 0
        ? Math.min(...waiting.map(({ createdAt }) => createdAt))
        : 0,
    ),
  };
  const since = firedAt(clock, onset, thresholds.volumePendingAfterMs);
  if (!since) {
    return undefined;
  }
  const failedToProvide = workload.events.some(
    ({ involved, reason }) =>
      involved.uid === claim.uid && reason === 'ProvisioningFailed',
  );
  const unused = users.length === 0 && !failedToProvide;
  const message = `Volume ${plainText(claim.name, 80)} is not provided`;
  return {
    finding: workloadFinding(context, {
      code: 'volume-pending',
      status: pendingStatus({ waiting: waiting.length > 0, unused }),
      message,
      hint: unused
        ? 'No pod mounts it; with WaitForFirstConsumer it is provided when one does'
        : `See the StorageClass${
            claim.storageClass ? ` ${plainText(claim.storageClass, 80)}` : ''
          } and the events of the claim`,
      since,
      params: { ...claimParams(claim), pod: waiting.at(0)?.name },
    }),
    summary: message,
    explanation: {
      rule: `A volume of ${placeOf(context)} is not provided`,
      threshold: `${formatDuration(
        thresholds.volumePendingAfterMs,
      )}; failing where a pod waits for it, a note where none mounts it`,
      inputs: [
        ...claimInputs(claim),
        { name: 'Pods that mount it', value: String(users.length) },
        { name: 'Pods that wait for it', value: String(waiting.length) },
        ...timeInput(clock, 'Pending since', onset),
      ],
      clears: 'when it is bound',
    },
  };
}

function pendingStatus(claim: {
  waiting: boolean;
  unused: boolean;
}): FindingStatus {
  if (claim.waiting) {
    return 'failing';
  }
  return claim.unused ? 'note' : 'warning';
}

/**
 * Whether a pod cannot start for want of a volume. With WaitForFirstConsumer the volume waits for
 * the pod instead, and a pod that fits no node for another reason is no reason to blame the volume.
 */
function waitsForVolume(pod: PodFacts): boolean {
  const scheduled = conditionOf(pod, 'PodScheduled');
  return (
    pod.phase === 'Pending' &&
    !pod.gated &&
    (scheduled?.message === undefined ||
      !/Insufficient|taint|affinity|selector/i.test(scheduled.message) ||
      /volume/i.test(scheduled.message))
  );
}

function claimParams(
  claim: VolumeClaimFacts,
): Readonly<Record<string, string | undefined>> {
  return { claim: claim.name, storageClass: claim.storageClass };
}

function claimInputs(
  claim: VolumeClaimFacts,
): { name: string; value: string }[] {
  return [
    { name: 'Claim', value: plainText(claim.name) },
    { name: 'Phase', value: claim.phase },
    {
      name: 'StorageClass',
      value: claim.storageClass ? plainText(claim.storageClass) : 'the default',
    },
  ];
}
