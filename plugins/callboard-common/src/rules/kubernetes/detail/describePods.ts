import { KubernetesPod } from '../../../kubernetes';
import { Status } from '../../../words';
import { toInstant } from '../../instants';
import { plainText } from '../../plainText';
import { compareStatus } from '../../worstOf';
import { PodFacts } from '../facts';
import { PodProblem } from '../pods/PodProblem';
import { conditionOf, isReady } from '../pods/podStates';
import { WorkloadContext } from '../ruling';

const PODS_MAX_COUNT = 20;

/** The pods that are worth showing, what is not well first. */
export function describePods({
  workload,
  problems,
}: WorkloadContext): KubernetesPod[] {
  return workload.pods
    .map(pod => ({
      pod,
      problem: problems.find(problem => problem.pod === pod),
    }))
    .map(({ pod, problem }) => ({
      pod,
      problem,
      status: statusOf(pod, problem),
    }))
    .sort(
      (a, b) =>
        compareStatus(a.status, b.status) ||
        Number(isLeftover(a.pod)) - Number(isLeftover(b.pod)) ||
        b.pod.createdAt - a.pod.createdAt ||
        (a.pod.name < b.pod.name ? -1 : 1),
    )
    .slice(0, PODS_MAX_COUNT)
    .map(({ pod, problem, status }) => describePod(pod, status, problem));
}

/** What has failed is replaced; nobody waits for it. */
function isLeftover({ phase }: PodFacts): boolean {
  return phase === 'Failed';
}

function statusOf(pod: PodFacts, problem?: PodProblem): Status {
  if (problem?.fired) {
    return 'warning';
  }
  if (isLeftover(pod)) {
    return 'warning';
  }
  return pod.phase === 'Succeeded' || (isReady(pod) && !isGoing(pod))
    ? 'ok'
    : 'unknown';
}

function isGoing({ deletionAt }: PodFacts): boolean {
  return deletionAt !== undefined;
}

function describePod(
  pod: PodFacts,
  status: Status,
  problem?: PodProblem,
): KubernetesPod {
  const containers = pod.containers.filter(({ role }) => role !== 'init');
  const message = messageOf(pod, problem);
  return {
    name: plainText(pod.name, 253),
    status,
    reason: reasonOf(pod, problem),
    ...(message && { message: plainText(message, 240) }),
    ...(pod.nodeName !== undefined && { node: plainText(pod.nodeName, 253) }),
    ready: containers.filter(({ ready }) => ready).length,
    containers: containers.length,
    restarts: pod.containers.reduce((sum, { restarts }) => sum + restarts, 0),
    createdAt: toInstant(pod.createdAt),
  };
}

function reasonOf(pod: PodFacts, problem?: PodProblem): string {
  if (isGoing(pod)) {
    return 'Terminating';
  }
  const waiting = pod.containers
    .map(({ current }) => current)
    .find(state => state?.state === 'waiting' && state.reason);
  const own =
    problem?.code === 'crash-loop' ? 'CrashLoopBackOff' : problem?.reason;
  return plainText(waiting?.reason ?? own ?? pod.reason ?? pod.phase, 80);
}

function messageOf(pod: PodFacts, problem?: PodProblem): string | undefined {
  if (problem?.code === 'crash-loop' || problem?.code === 'restarting') {
    return `${problem.words} ended last`;
  }
  return (
    problem?.container?.current?.message ??
    (problem?.code === 'unschedulable'
      ? conditionOf(pod, 'PodScheduled')?.message
      : undefined) ??
    pod.message
  );
}
