import { Explanation, FindingStatus } from '../../words';
import { formatDuration } from '../formatDuration';
import { DaemonSetFacts, PodFacts, ReplicaSample } from './facts';
import { heldSince, Onset, onsetOf } from './Onset';
import { isActive, isReady, unreadySince } from './pods/podStates';
import {
  firedAt,
  placeOf,
  plural,
  timeInput,
  WorkloadContext,
  workloadFinding,
  WorkloadRule,
} from './ruling';
import { topReason } from './topReason';

type Context = WorkloadContext<DaemonSetFacts>;

/** Nodes that should run it, and how many of them do. */
interface Coverage {
  readonly wanted: number;
  readonly missing: number;
}

/** Whether a pod sits on a node that takes no more pods: it is drained, and may go. */
export function isOnDrainedNode(
  { snapshot }: WorkloadContext,
  pod: PodFacts,
): boolean {
  return (
    pod.nodeName !== undefined &&
    snapshot.nodes.get(pod.nodeName)?.cordoned === true
  );
}

/** Its controller never looked at it, so that nobody knows how many nodes want it. */
export const daemonUnseen: WorkloadRule<DaemonSetFacts> = context => {
  if (context.head.observedGeneration > 0) {
    return undefined;
  }
  const what = 'Its controller has not looked at it yet';
  return {
    finding: workloadFinding(context, {
      code: 'no-data',
      status: 'unknown',
      message: what,
      hint: 'Where that lasts, see whether the controller manager of the cluster works',
    }),
    summary: 'not looked at yet',
    explanation: {
      rule: `How many nodes are to run ${placeOf(context)} is not known`,
      inputs: [],
      clears: 'when its controller has looked at it',
    },
  };
};

/** Nodes lack it. */
export const daemonMissing: WorkloadRule<DaemonSetFacts> = context => {
  const { head, clock, thresholds } = context;
  const { wanted, missing } = coverageOf(context, {
    replicas: head.replicas,
    available: head.availableReplicas,
  });
  if (missing === 0) {
    return undefined;
  }
  const failing = sinceMissing(context, thresholds.daemonFailingShare);
  const failingSince = firedAt(clock, failing, thresholds.daemonFailingAfterMs);
  const warning = sinceMissing(context, thresholds.daemonWarningShare);
  const warningSince = firedAt(clock, warning, thresholds.daemonWarningAfterMs);
  const fails = failingSince !== undefined;
  const lacking = `${missing} of ${wanted} ${plural(wanted, 'node')} ${plural(
    missing,
    'lacks',
    'lack',
  )} it`;
  const isShort = fails || warningSince !== undefined;
  // Within the tolerance it is worth a note once it lasts, and no status.
  const noted = firedAt(
    clock,
    sinceMissing(context, 0),
    thresholds.daemonWarningAfterMs,
  );
  if (!isShort && !noted) {
    return undefined;
  }
  return {
    finding: workloadFinding(context, {
      code: 'daemon-missing',
      status: statusOf(fails, isShort),
      message: lacking,
      hint: topReason(context) ?? 'See the taints of those nodes',
      since: failingSince ?? warningSince ?? noted,
    }),
    summary: lacking,
    explanation: {
      rule: `Nodes lack ${placeOf(context)}`,
      threshold: `none has it or more than ${percent(
        thresholds.daemonFailingShare,
      )} lack it for ${formatDuration(
        thresholds.daemonFailingAfterMs,
      )}: failing; more than ${percent(
        thresholds.daemonWarningShare,
      )} for ${formatDuration(thresholds.daemonWarningAfterMs)}: warning`,
      inputs: [
        ...daemonInputs(context),
        ...timeInput(
          clock,
          'Short since',
          fails ? failing : warning ?? sinceMissing(context, 0),
        ),
      ],
      clears: 'when it runs on those nodes; drained nodes do not count',
    },
  };
};

function statusOf(fails: boolean, isShort: boolean): FindingStatus {
  if (fails) {
    return 'failing';
  }
  return isShort ? 'warning' : 'note';
}

/** What a DaemonSet wants, and what is there. */
export function daemonInputs(context: Context): Explanation['inputs'] {
  const { head } = context;
  const drained = drainedCount(context);
  return [
    { name: 'Nodes wanted', value: String(head.replicas) },
    { name: 'Nodes that have it', value: String(head.availableReplicas) },
    ...(drained > 0
      ? [{ name: 'Drained nodes without it', value: String(drained) }]
      : []),
  ];
}

/** Its pods that do not run because their node is drained. */
function drainedCount(context: Context): number {
  return context.workload.pods.filter(
    pod => isActive(pod) && !isReady(pod) && isOnDrainedNode(context, pod),
  ).length;
}

function coverageOf(
  context: Context,
  sample: Pick<ReplicaSample, 'replicas' | 'available'>,
): Coverage {
  const wanted = Math.max(sample.replicas - drainedCount(context), 0);
  return { wanted, missing: Math.max(wanted - sample.available, 0) };
}

/** Since when more than a share of the nodes lack it, or all of them do. */
function sinceMissing(context: Context, share: number): Onset | undefined {
  const { head, clock, samples, workload } = context;
  const isShort = (sample: Pick<ReplicaSample, 'replicas' | 'available'>) => {
    const { wanted, missing } = coverageOf(context, sample);
    return missing > 0 && (missing > share * wanted || missing === wanted);
  };
  const now = { replicas: head.replicas, available: head.availableReplicas };
  if (!isShort(now)) {
    return undefined;
  }
  const { wanted } = coverageOf(context, now);
  const unready = workload.pods
    .filter(
      pod => isActive(pod) && !isReady(pod) && !isOnDrainedNode(context, pod),
    )
    .map(unreadySince)
    .sort((a, b) => a - b);
  const enough = Math.min(Math.floor(share * wanted) + 1, wanted);
  return onsetOf(clock, {
    evident: unready.at(enough - 1),
    remembered: heldSince(samples, isShort),
  });
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
