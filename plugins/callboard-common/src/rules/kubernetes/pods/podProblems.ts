import { formatDuration } from '../../formatDuration';
import { plainText } from '../../plainText';
import { ContainerFacts, ObjectMemory, PodFacts } from '../facts';
import { Onset } from '../Onset';
import { RuleClock } from '../RuleClock';
import { KubernetesThresholds } from '../thresholds';
import { crashLoopOf } from './crashLoop';
import { missingReference } from './missingReference';
import { PodProblem } from './PodProblem';
import {
  conditionOf,
  containerLabel,
  crashReason,
  isFinished,
  isReady,
  unreadySince,
} from './podStates';
import { restartHistory, restartsWithin } from './restarts';
import { unschedulableWords } from './unschedulableWords';

const PULL_REASONS: readonly string[] = [
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
  'ImageInspectError',
  'RegistryUnavailable',
];

const CONFIG_REASONS: readonly string[] = [
  'CreateContainerConfigError',
  'CreateContainerError',
];

/** What the problems of a pod are judged by. */
export interface PodRuleOptions {
  readonly clock: RuleClock;
  readonly thresholds: KubernetesThresholds;
  readonly memory?: ObjectMemory;
}

/** What is wrong with one pod; what waits for its threshold is among it. */
export function podProblems(
  pod: PodFacts,
  options: PodRuleOptions,
): readonly PodProblem[] {
  if (isFinished(pod)) {
    return [];
  }
  if (pod.deletionAt !== undefined) {
    return terminating(pod, pod.deletionAt, options);
  }
  const problems = [
    ...pod.containers.flatMap(container =>
      containerProblem(pod, container, options),
    ),
    ...unschedulable(pod, options),
  ];
  return problems.some(({ code }) => code !== 'restarting') || isReady(pod)
    ? problems
    : [...problems, ...notReady(pod, options)];
}

function containerProblem(
  pod: PodFacts,
  container: ContainerFacts,
  { clock, thresholds, memory }: PodRuleOptions,
): readonly PodProblem[] {
  const { current } = container;
  const waits = current?.state === 'waiting' ? current.reason ?? '' : '';
  const label = plainText(containerLabel(container), 80);
  if (PULL_REASONS.includes(waits)) {
    return [
      {
        ...fired(
          clock,
          waitingSince(pod, container),
          thresholds.imagePullAfterMs,
        ),
        code: 'image-pull',
        pod,
        container,
        reason: waits,
        words: plainText(container.image),
      },
    ];
  }
  if (CONFIG_REASONS.includes(waits)) {
    return [
      {
        ...fired(
          clock,
          waitingSince(pod, container),
          thresholds.configErrorAfterMs,
        ),
        code: 'config-error',
        pod,
        container,
        reason: waits,
        words:
          missingReference(current?.message) ?? `${label} cannot be created`,
      },
    ];
  }
  const history = restartHistory(container, pod, {
    samples: memory?.restarts?.[container.name],
    clock,
  });
  const restarts = restartsWithin(history, thresholds.restartsWithinMs, clock);
  const reason = plainText(crashReason(container), 60);
  const base = {
    pod,
    container,
    reason,
    words: `${label}, ${reason}`,
    restarts,
  };
  const loop = crashLoopOf(container, history, { clock, thresholds });
  if (loop) {
    return [{ ...base, ...loop, code: 'crash-loop', fired: true }];
  }
  if (restarts < thresholds.restartsCount) {
    return [];
  }
  const at = history.times.get(
    history.count - restarts + thresholds.restartsCount,
  );
  return [
    {
      ...base,
      ...(at !== undefined && { since: { at } }),
      code: 'restarting',
      fired: true,
    },
  ];
}

/** Since when a container waits: since its pod is not ready, or since it ended the last time. */
function waitingSince(pod: PodFacts, { last }: ContainerFacts): Onset {
  return {
    at: Math.max(
      unreadySince(pod),
      conditionOf(pod, 'PodScheduled')?.since ?? 0,
      last?.finishedAt ?? 0,
    ),
  };
}

function unschedulable(
  pod: PodFacts,
  { clock, thresholds }: PodRuleOptions,
): readonly PodProblem[] {
  const scheduled = conditionOf(pod, 'PodScheduled');
  if (
    pod.gated ||
    pod.nodeName !== undefined ||
    scheduled?.status !== 'False' ||
    scheduled.reason === 'SchedulingGated'
  ) {
    return [];
  }
  const at = Math.max(scheduled.since ?? 0, pod.createdAt);
  return [
    {
      ...fired(clock, { at }, thresholds.unschedulableAfterMs),
      code: 'unschedulable',
      pod,
      reason: 'Unschedulable',
      words: unschedulableWords(pod, scheduled.message),
    },
  ];
}

function notReady(
  pod: PodFacts,
  { clock, thresholds }: PodRuleOptions,
): readonly PodProblem[] {
  // Containers of a Job end one by one, and what ended is not ready.
  if (pod.gated || (pod.owner?.kind === 'Job' && pod.phase === 'Running')) {
    return [];
  }
  const waiting = pod.containers.find(
    ({ current }) => current?.state === 'waiting' && current.reason,
  );
  const runs = pod.phase === 'Running';
  const reason = waiting?.current?.reason ?? (runs ? 'NotReady' : pod.phase);
  const failing = pod.containers.find(
    ({ role, ready }) => role !== 'init' && !ready,
  );
  const container = waiting ?? failing;
  return [
    {
      ...fired(clock, { at: unreadySince(pod) }, thresholds.notReadyAfterMs),
      code: 'not-ready',
      pod,
      ...(container && { container }),
      reason: plainText(reason, 60),
      words: runs ? 'fails readiness' : plainText(reason, 60),
    },
  ];
}

function terminating(
  pod: PodFacts,
  graceEndsAt: number,
  { clock, thresholds }: PodRuleOptions,
): readonly PodProblem[] {
  const at = graceEndsAt + thresholds.terminatingAfterMs;
  return [
    {
      code: 'stuck-terminating',
      pod,
      reason: 'Terminating',
      words: `${formatDuration(
        thresholds.terminatingAfterMs,
      )} after its grace period`,
      fired: clock.passed(at),
      since: { at },
    },
  ];
}

function fired(
  clock: RuleClock,
  onset: Onset,
  afterMs: number,
): Pick<PodProblem, 'fired' | 'since'> {
  const at = onset.at + afterMs;
  return { fired: clock.reached(at), since: { ...onset, at } };
}
