import { Explanation } from '../../words';
import { formatDuration } from '../formatDuration';
import { plainText } from '../plainText';
import { DeploymentFacts, PodFacts, ReplicaSetFacts } from './facts';
import { versionOf } from './images';
import { neededReplicas } from './neededReplicas';
import { earliest, heldSince, Onset, onsetOf } from './Onset';
import { conditionOf, isActive, isReady, unreadySince } from './pods/podStates';
import {
  hasExceededDeadline,
  isRollingOut,
  mayBeDown,
  rolloutDeadline,
} from './rollout';
import {
  firedAt,
  placeOf,
  timeInput,
  WorkloadContext,
  workloadFinding,
  WorkloadRule,
} from './ruling';
import { topReason } from './topReason';

type Context = WorkloadContext<DeploymentFacts>;

/** Fewer pods serve than the team promised. */
export const belowMinimum: WorkloadRule<DeploymentFacts> = context => {
  const { head, clock, thresholds } = context;
  const since = belowMinimumSince(context);
  if (!since) {
    return undefined;
  }
  const needed = Math.max(neededReplicas(head), 1);
  const serve = `${head.availableReplicas} of ${head.replicas} pods serve`;
  return {
    finding: workloadFinding(context, {
      code: 'below-minimum',
      status: 'failing',
      message: `${serve}, ${needed} ${needed === 1 ? 'is' : 'are'} needed`,
      hint: topReason(context) ?? 'See the events of the Deployment',
      since,
    }),
    summary: serve,
    explanation: {
      rule: `${placeOf(
        context,
      )} breaks its own promise: at least ${needed} of ${
        head.replicas
      } pods serve at any time`,
      threshold: `Available=False for ${formatDuration(
        thresholds.unavailableAfterMs,
      )} or more, or no pod for ${formatDuration(
        thresholds.noneAvailableAfterMs,
      )}, then failing; a first or Recreate rollout has its deadline`,
      inputs: [
        ...promiseInputs(context),
        ...timeInput(clock, 'Available=False since', unavailableSince(context)),
      ],
      clears: `when ${needed} or more pods serve`,
    },
  };
};

/** What a Deployment promises, and what is there. */
export function promiseInputs({ head }: Context): Explanation['inputs'] {
  const needed = neededReplicas(head);
  return [
    { name: 'Pods wanted', value: String(head.replicas) },
    {
      name: 'May be missing (maxUnavailable)',
      value: `${head.replicas - needed}, so ${needed} ${
        needed === 1 ? 'is' : 'are'
      } needed`,
    },
    { name: 'Pods that serve', value: String(head.availableReplicas) },
  ];
}

function belowMinimumSince(context: Context): Onset | undefined {
  const { head, clock, thresholds } = context;
  if (head.replicas === 0) {
    return undefined;
  }
  const since = earliest(
    [
      firedAt(clock, unavailableSince(context), thresholds.unavailableAfterMs),
      firedAt(clock, noneSince(context), thresholds.noneAvailableAfterMs),
    ].flatMap(onset => onset ?? []),
  );
  if (!since || !mayBeDown(context)) {
    return since;
  }
  const deadline = rolloutDeadline(context);
  return clock.reached(deadline)
    ? { ...since, at: Math.max(since.at, deadline) }
    : undefined;
}

function unavailableSince({
  head,
  clock,
  samples,
}: Context): Onset | undefined {
  const available = conditionOf(head, 'Available');
  const needed = neededReplicas(head);
  const short = head.availableReplicas < needed;
  if (available ? available.status === 'True' : !short) {
    return undefined;
  }
  return (
    onsetOf(clock, {
      told: available?.since,
      remembered: heldSince(samples, sample => sample.available < needed),
    }) ??
    // It says so and does not say since when, and what we remember says otherwise.
    onsetOf(clock, { evident: available?.updatedAt })
  );
}

function noneSince({
  head,
  clock,
  samples,
  workload,
}: Context): Onset | undefined {
  if (head.availableReplicas > 0) {
    return undefined;
  }
  const pods = workload.pods.filter(isActive);
  return onsetOf(clock, {
    evident: allUnreadySince(pods),
    remembered: heldSince(
      samples,
      sample => sample.available === 0 && sample.replicas > 0,
    ),
  });
}

function allUnreadySince(pods: readonly PodFacts[]): number | undefined {
  return pods.length > 0 && !pods.some(isReady)
    ? Math.max(...pods.map(unreadySince))
    : undefined;
}

/** The new revision did not get on within its deadline. */
export const rolloutFailed: WorkloadRule<DeploymentFacts> = context => {
  const { head, clock } = context;
  if (head.replicas === 0 || !hasExceededDeadline(head)) {
    return undefined;
  }
  const progressing = conditionOf(head, 'Progressing');
  const since =
    progressing?.since === undefined ? undefined : { at: progressing.since };
  const serves = conditionOf(head, 'Available')?.status === 'True';
  const version = versionOf(head.images);
  const old = servingBefore(context);
  const serving = `${head.availableReplicas} of ${head.replicas}`;
  return {
    finding: workloadFinding(context, {
      code: 'rollout-failed',
      status: 'failing',
      message:
        serves && old
          ? `${version} cannot start; ${versionOf(
              old.images,
            )} still serves ${serving}`
          : `${version} cannot start; ${serving} pods serve`,
      hint: [
        topReason(context),
        old ? 'Roll back, or mend the new revision' : 'Mend the new revision',
      ]
        .filter(Boolean)
        .join('. '),
      impact: serves ? 'delivery' : 'live',
      since,
      params: { version },
    }),
    summary: `${version} cannot start`,
    explanation: {
      rule: `The rollout of ${placeOf(context)} did not get on`,
      threshold: `its own progress deadline${
        head.progressDeadlineSeconds === undefined
          ? ''
          : ` of ${formatDuration(head.progressDeadlineSeconds * 1000)}`
      }`,
      inputs: [
        ...promiseInputs(context),
        { name: 'On the new revision', value: String(head.updatedReplicas) },
        ...timeInput(clock, 'ProgressDeadlineExceeded since', since),
      ],
      clears: 'when the rollout is done, or rolled back',
    },
  };
};

/** The revision before the newest that still has pods. */
function servingBefore({ workload }: Context): ReplicaSetFacts | undefined {
  return workload.replicaSets
    .slice(1)
    .find(({ availableReplicas }) => availableReplicas > 0);
}

/** Pods of the new revision crash while it is rolled out. */
export const rolloutCrashing: WorkloadRule<DeploymentFacts> = context => {
  const { head, workload, thresholds, clock } = context;
  const newest = workload.replicaSets.at(0);
  if (!isRollingOut(head) || !newest) {
    return undefined;
  }
  const crashing = workload.pods
    .filter(isActive)
    .filter(({ owner }) => owner?.uid === newest.uid)
    .flatMap(pod => {
      const container = pod.containers.find(
        ({ restarts }) => restarts >= thresholds.rolloutCrashesCount,
      );
      return container ? [{ pod, container }] : [];
    })
    .sort((a, b) => a.pod.createdAt - b.pod.createdAt || compareNames(a, b));
  if (crashing.length === 0) {
    return undefined;
  }
  const [{ pod, container }] = crashing;
  const version = versionOf(head.images);
  const onNew = `${head.updatedReplicas} of ${head.replicas} on ${version}`;
  return {
    finding: workloadFinding(context, {
      code: 'rollout-crashing',
      status: 'warning',
      message: `${onNew}; ${crashing.length} of its pods ${
        crashing.length === 1 ? 'crashes' : 'crash'
      }`,
      hint: 'Read the log of the new pod',
      impact: 'delivery',
      since: { at: pod.createdAt },
      params: { pod: pod.name, container: container.name, version },
    }),
    summary: `${version} crashes`,
    explanation: {
      rule: `A new pod of ${placeOf(context)} crashes while it is rolled out`,
      threshold: `${thresholds.rolloutCrashesCount} crashes of one pod`,
      inputs: [
        ...promiseInputs(context),
        { name: 'Pod', value: plainText(pod.name) },
        { name: 'Container', value: plainText(container.name) },
        ...timeInput(clock, 'Created', { at: pod.createdAt }),
      ],
      clears: 'when the rollout is done, or rolled back',
    },
  };
};

function compareNames(a: { pod: PodFacts }, b: { pod: PodFacts }): number {
  return a.pod.name < b.pod.name ? -1 : 1;
}

/** Someone paused the rollout and forgot it. */
export const rolloutPaused: WorkloadRule<DeploymentFacts> = context => {
  const { head, clock, thresholds } = context;
  const progressing = conditionOf(head, 'Progressing');
  const pausedAt =
    head.paused && progressing?.reason === 'DeploymentPaused'
      ? progressing.since
      : undefined;
  if (
    pausedAt === undefined ||
    !clock.passed(pausedAt + thresholds.rolloutPausedAfterMs)
  ) {
    return undefined;
  }
  const paused = clock.instant(pausedAt) ?? '';
  return {
    finding: workloadFinding(context, {
      code: 'rollout-paused',
      status: 'warning',
      message: `Paused since ${paused}`,
      hint: 'Resume it, or roll back: until then no change reaches the pods',
      impact: 'delivery',
      since: { at: pausedAt + thresholds.rolloutPausedAfterMs },
    }),
    summary: 'rollout paused',
    explanation: {
      rule: `The rollout of ${placeOf(context)} is paused`,
      threshold: `for more than ${formatDuration(
        thresholds.rolloutPausedAfterMs,
      )}`,
      inputs: [
        ...promiseInputs(context),
        { name: 'Paused since', value: paused },
      ],
      clears: 'when it is resumed',
    },
  };
};
