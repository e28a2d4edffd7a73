import { ConditionFacts, ContainerFacts, PodFacts } from '../facts';

/** A condition of an object. */
export function conditionOf(
  object: { readonly conditions: readonly ConditionFacts[] },
  type: string,
): ConditionFacts | undefined {
  return object.conditions.find(condition => condition.type === type);
}

/** Its containers have ended for good: what was evicted, or did what it should. */
export function isFinished(pod: PodFacts): boolean {
  return pod.phase === 'Succeeded' || pod.phase === 'Failed';
}

/** It is wanted: neither finished nor on its way out. */
export function isActive(pod: PodFacts): boolean {
  return !isFinished(pod) && pod.deletionAt === undefined;
}

export function isReady(pod: PodFacts): boolean {
  return conditionOf(pod, 'Ready')?.status === 'True';
}

/** Since when a pod that is not ready is not, by the cluster's own time. */
export function unreadySince(pod: PodFacts): number {
  const ready = conditionOf(pod, 'Ready');
  return Math.max(ready?.since ?? pod.createdAt, pod.createdAt);
}

/** Why its containers ended the last time: `OOMKilled`, `exit code 1`. */
export function crashReason({ current, last }: ContainerFacts): string {
  const ended = current?.state === 'terminated' ? current : last;
  if (!ended) {
    return current?.reason ?? 'unknown';
  }
  const { reason, exitCode } = ended;
  const says = reason && reason !== 'Error' && reason !== 'Completed';
  return says || exitCode === undefined
    ? reason ?? 'unknown'
    : `exit code ${exitCode}`;
}

/** `api`, `init container migrate` */
export function containerLabel({ name, role }: ContainerFacts): string {
  return role === 'init' ? `init container ${name}` : name;
}
