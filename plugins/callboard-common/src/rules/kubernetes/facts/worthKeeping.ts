import { ObjectMemory, ReplicaSample, RestartSample } from './memory';

/** Restarts are forgotten after this. */
const RESTARTS_KEPT_MS = 3_600_000;

/**
 * What of a memory has to survive a restart of the backend, lest it take what lasts for something
 * new, or for something that is over: workloads that are short, at zero or at their autoscaler's
 * maximum, and restarts of the last hour. `undefined` where there is nothing of the kind.
 * @public
 */
export function worthKeeping(
  memory: ObjectMemory,
  options: {
    /** Epoch milliseconds. */
    readonly now: number;
    /** `maxReplicas` of the autoscalers of a workload. */
    readonly maxReplicas?: number;
  },
): ObjectMemory | undefined {
  const { now, maxReplicas = Infinity } = options;
  const newest = memory.replicas?.at(-1);
  const replicas =
    newest && (unsettled(newest) || newest.replicas >= maxReplicas)
      ? memory.replicas
      : undefined;
  const restarts = recentRestarts(memory.restarts ?? {}, now);
  return replicas || restarts
    ? { ...(replicas && { replicas }), ...(restarts && { restarts }) }
    : undefined;
}

function unsettled({
  replicas,
  ready,
  available,
  updated,
}: ReplicaSample): boolean {
  return (
    replicas === 0 ||
    ready < replicas ||
    available < replicas ||
    updated < replicas
  );
}

function recentRestarts(
  restarts: Readonly<Record<string, readonly RestartSample[]>>,
  now: number,
): ObjectMemory['restarts'] {
  const recent = Object.entries(restarts).filter(
    ([, samples]) => now - (samples.at(-1)?.at ?? -Infinity) < RESTARTS_KEPT_MS,
  );
  return recent.length > 0 ? Object.fromEntries(recent) : undefined;
}
