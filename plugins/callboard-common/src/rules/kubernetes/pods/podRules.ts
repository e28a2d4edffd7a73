import { formatDuration } from '../../formatDuration';
import { plainText } from '../../plainText';
import { earliest } from '../Onset';
import {
  placeOf,
  Ruling,
  timeInput,
  WorkloadContext,
  workloadFinding,
} from '../ruling';
import { KubernetesThresholds } from '../thresholds';
import { PodProblem, PodProblemCode } from './PodProblem';
import { isFinished } from './podStates';

const WORDS_MAX_COUNT = 3;

/** How a problem of pods is told. */
interface PodRule {
  readonly code: PodProblemCode;
  /** `n` of `all` pods have it; `words` are those of the problems. */
  readonly message: (told: {
    readonly share: string;
    readonly one: boolean;
    readonly single: boolean;
    readonly words: string;
    readonly first: PodProblem;
    readonly problems: readonly PodProblem[];
    /** The time that restarts are counted in. */
    readonly within: string;
  }) => string;
  readonly hint: (first: PodProblem) => string;
  readonly rule: string;
  readonly threshold: (thresholds: KubernetesThresholds) => string;
  readonly clears: (thresholds: KubernetesThresholds) => string;
}

const RULES: readonly PodRule[] = [
  {
    code: 'crash-loop',
    message: ({ share, one, words }) =>
      `${share} ${one ? 'crash-loops' : 'crash-loop'}: ${words}`,
    hint: () => 'Read why the last container ended, with logs --previous',
    rule: 'A container waits in CrashLoopBackOff, or restarts again and again',
    threshold: ({ crashLoopRestartsCount, crashLoopWithinMs }) =>
      `CrashLoopBackOff, or ${crashLoopRestartsCount} restarts within ${formatDuration(
        crashLoopWithinMs,
      )}`,
    clears: ({ crashLoopClearsAfterMs }) =>
      `when it has run for ${formatDuration(crashLoopClearsAfterMs)}`,
  },
  {
    code: 'config-error',
    message: ({ share, single, words }) =>
      single ? words : `${share} cannot start: ${words}`,
    hint: () => 'Create it, or mend the reference to it',
    rule: 'A container cannot be created from what its pod names',
    threshold: ({ configErrorAfterMs }) => formatDuration(configErrorAfterMs),
    clears: () => 'when the container is created',
  },
  {
    code: 'image-pull',
    message: ({ share, single, words }) =>
      single ? `Cannot pull ${words}` : `${share} cannot pull ${words}`,
    hint: () =>
      'See whether the tag exists, and whether the pull secret may read it',
    rule: 'The image of a container cannot be pulled',
    threshold: ({ imagePullAfterMs }) => formatDuration(imagePullAfterMs),
    clears: () => 'when the image is pulled',
  },
  {
    code: 'unschedulable',
    message: ({ share, single, words }) =>
      single ? `No node fits: ${words}` : `No node fits ${share}: ${words}`,
    hint: () =>
      'See what the nodes have left, the quota, and whether the autoscaler of the cluster adds nodes',
    rule: 'A pod finds no node',
    threshold: ({ unschedulableAfterMs }) =>
      `${formatDuration(unschedulableAfterMs)}, unless it is gated`,
    clears: () => 'when a node takes it',
  },
  {
    code: 'not-ready',
    message: ({ share, one, single, words, first }) => {
      if (first.pod.phase !== 'Running') {
        return single
          ? `Does not start: ${words}`
          : `${share} ${one ? 'does' : 'do'} not start: ${words}`;
      }
      return single
        ? 'Runs, fails readiness'
        : `${share} ${one ? 'runs, fails' : 'run, fail'} readiness`;
    },
    hint: ({ pod }) =>
      pod.phase === 'Running'
        ? 'See what the readiness probe asks, and what the pod depends on'
        : 'See the events of the pod: volumes, sandbox, node',
    rule: 'A pod is not ready',
    threshold: ({ notReadyAfterMs }) => formatDuration(notReadyAfterMs),
    clears: () => 'when it is ready',
  },
  {
    code: 'restarting',
    message: ({ problems, words, within }) => {
      const restarts = problems.reduce(
        (sum, problem) => sum + (problem.restarts ?? 0),
        0,
      );
      return `${restarts} restarts in ${within}: ${words}`;
    },
    hint: ({ reason }) => `See why it ended (${reason}), with logs --previous`,
    rule: 'A container restarted several times',
    threshold: ({ restartsCount, restartsWithinMs }) =>
      `${restartsCount} restarts within ${formatDuration(restartsWithinMs)}`,
    clears: ({ restartsWithinMs }) =>
      `when there are fewer restarts within ${formatDuration(
        restartsWithinMs,
      )}`,
  },
  {
    code: 'stuck-terminating',
    message: ({ share, one, problems, first }) =>
      problems.length === 1
        ? `${plainText(first.pod.name, 80)} does not stop`
        : `${share} ${one ? 'does' : 'do'} not stop`,
    hint: ({ pod }) =>
      pod.finalizers?.length
        ? `Finalizers hold it: ${plainText(pod.finalizers.join(', '))}`
        : 'See whether its node answers',
    rule: 'A pod that is to stop goes on',
    threshold: ({ terminatingAfterMs }) =>
      `${formatDuration(terminatingAfterMs)} after its grace period`,
    clears: () => 'when it is gone',
  },
];

/** What is wrong with the pods of a workload, one ruling for each code. */
export function podRulings(context: WorkloadContext): readonly Ruling[] {
  return RULES.flatMap(rule => {
    const problems = firedOf(context, rule.code);
    return problems.length > 0 ? podRuling(context, rule, problems) : [];
  });
}

/** The sentence of what most pods have, thresholds aside: the cause of what the workload lacks. */
export function topPodReason(context: WorkloadContext): string | undefined {
  const [top] = RULES.map(rule => ({
    rule,
    problems: context.problems.filter(({ code }) => code === rule.code),
  })).sort((a, b) => b.problems.length - a.problems.length);
  return top && top.problems.length > 0
    ? messageOf(context, top.rule, top.problems)
    : undefined;
}

function firedOf(
  { problems }: WorkloadContext,
  wanted: PodProblemCode,
): readonly PodProblem[] {
  return problems.filter(({ code, fired }) => fired && code === wanted);
}

function podRuling(
  context: WorkloadContext,
  rule: PodRule,
  problems: readonly PodProblem[],
): Ruling {
  const { clock, thresholds, workload } = context;
  const [first] = [...problems].sort(compareProblems);
  const since = earliest(problems.flatMap(problem => problem.since ?? []));
  const message = messageOf(context, rule, problems);
  return {
    finding: workloadFinding(context, {
      code: rule.code,
      status: 'warning',
      message,
      hint: rule.hint(first),
      since,
      params: {
        pod: first.pod.name,
        container: first.container?.name,
        image: first.container?.image,
        reason: first.reason,
        node: first.pod.nodeName,
      },
    }),
    summary: message,
    explanation: {
      rule: `${rule.rule}, of ${placeOf(context)}`,
      threshold: rule.threshold(thresholds),
      inputs: [
        { name: 'Pods', value: String(wantedPods(workload.pods)) },
        { name: 'Pods with it', value: String(podsOf(problems)) },
        { name: 'Pod', value: plainText(first.pod.name) },
        { name: 'Reason', value: first.reason },
        ...timeInput(clock, 'Since', since),
      ],
      clears: rule.clears(thresholds),
    },
  };
}

function messageOf(
  context: WorkloadContext,
  rule: PodRule,
  problems: readonly PodProblem[],
): string {
  const all = Math.max(wantedPods(context.workload.pods), podsOf(problems));
  const count = podsOf(problems);
  const [first] = [...problems].sort(compareProblems);
  const words = [...new Set(problems.map(problem => problem.words))].sort();
  return rule.message({
    share: `${count} of ${all}`,
    one: count === 1,
    single: all === 1,
    words: [
      ...words.slice(0, WORDS_MAX_COUNT),
      ...(words.length > WORDS_MAX_COUNT
        ? [`${words.length - WORDS_MAX_COUNT} more`]
        : []),
    ].join('; '),
    first,
    problems,
    within: formatDuration(context.thresholds.restartsWithinMs),
  });
}

/** What began first stays the one that is named while others come and go. */
function compareProblems(a: PodProblem, b: PodProblem): number {
  return (
    (a.since?.at ?? Infinity) - (b.since?.at ?? Infinity) ||
    (a.pod.name < b.pod.name ? -1 : Number(a.pod.name > b.pod.name))
  );
}

function podsOf(problems: readonly PodProblem[]): number {
  return new Set(problems.map(({ pod }) => pod.uid)).size;
}

function wantedPods(pods: WorkloadContext['workload']['pods']): number {
  return pods.filter(pod => !isFinished(pod)).length;
}
