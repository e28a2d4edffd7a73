import type { ConditionState, DeploymentState } from './states';

/** Pods of a Deployment, counted by its controller. */
export interface DeploymentCounts {
  readonly currentReplicas: number;
  readonly updatedReplicas: number;
  readonly readyReplicas: number;
  readonly terminatingReplicas: number;
  /** Sum of what its ReplicaSets want. */
  readonly wantedReplicas: number;
}

interface Resolved {
  readonly maxUnavailable: number;
  readonly maxSurge: number;
}

function resolve(
  value: string | number,
  of: number,
  round: 'up' | 'down',
): number {
  if (typeof value === 'number') {
    return value;
  }
  const exact = (Number.parseInt(value, 10) * of) / 100;
  return round === 'up' ? Math.ceil(exact) : Math.floor(exact);
}

/** Percentages become pods: surge rounds up, unavailable down, and both are never zero. */
export function resolveBounds(
  state: Pick<
    DeploymentState,
    'maxSurge' | 'maxUnavailable' | 'replicas' | 'strategy'
  >,
): Resolved {
  if (state.strategy === 'Recreate') {
    return { maxSurge: 0, maxUnavailable: 0 };
  }
  const maxSurge = resolve(state.maxSurge, state.replicas, 'up');
  const maxUnavailable = resolve(state.maxUnavailable, state.replicas, 'down');
  return {
    maxSurge,
    maxUnavailable:
      maxSurge === 0 && maxUnavailable === 0
        ? 1
        : Math.min(maxUnavailable, state.replicas),
  };
}

/** Sets a condition as the controllers do: nothing new leaves it alone, the same status keeps its time. */
export function withCondition(
  conditions: readonly ConditionState[],
  next: Omit<ConditionState, 'transitionAt' | 'updateAt'>,
  now: number,
): readonly ConditionState[] {
  const known = conditions.find(({ type }) => type === next.type);
  if (known && known.status === next.status && known.reason === next.reason) {
    return conditions;
  }
  return replaced(conditions, next, now);
}

/** The same, but an update even where status and reason stay. */
export function replaced(
  conditions: readonly ConditionState[],
  next: Omit<ConditionState, 'transitionAt' | 'updateAt'>,
  now: number,
): readonly ConditionState[] {
  const known = conditions.find(({ type }) => type === next.type);
  return [
    ...conditions.filter(({ type }) => type !== next.type),
    {
      ...next,
      updateAt: now,
      transitionAt:
        known && known.status === next.status ? known.transitionAt : now,
    },
  ];
}

function availability(
  state: DeploymentState,
  available: number,
): Omit<ConditionState, 'transitionAt' | 'updateAt'> {
  const { maxUnavailable } = resolveBounds(state);
  return available >= state.replicas - maxUnavailable
    ? {
        type: 'Available',
        status: 'True',
        reason: 'MinimumReplicasAvailable',
        message: 'Deployment has minimum availability.',
      }
    : {
        type: 'Available',
        status: 'False',
        reason: 'MinimumReplicasUnavailable',
        message: 'Deployment does not have minimum availability.',
      };
}

function progress(
  status: ConditionState['status'],
  reason: string,
  message: string,
): Omit<ConditionState, 'transitionAt' | 'updateAt'> {
  return { type: 'Progressing', status, reason, message };
}

export function isComplete(state: DeploymentState): boolean {
  const { replicas, updatedReplicas, currentReplicas, availableReplicas } =
    state;
  return (
    updatedReplicas === replicas &&
    currentReplicas === replicas &&
    availableReplicas === replicas
  );
}

/** When it misses its deadline, unless it progresses; undefined: it is through, or missed it. */
export function deadlineAt(state: DeploymentState): number | undefined {
  const condition = state.conditions.find(({ type }) => type === 'Progressing');
  return condition &&
    condition.status === 'True' &&
    condition.reason !== 'NewReplicaSetAvailable'
    ? condition.updateAt + state.deadlineSeconds * 1_000
    : undefined;
}

/**
 * Status of a Deployment from its pods, as the deployment controller works it out: Available by
 * what may be unavailable, Progressing by what moved since, with a deadline that ends at the first
 * complete rollout.
 */
export function deploymentStatus(options: {
  state: DeploymentState;
  counts: DeploymentCounts;
  replicaSet: string;
  now: number;
}): DeploymentState {
  const { state: before, counts, replicaSet, now } = options;
  const { wantedReplicas, ...counted } = counts;
  const availableReplicas = counted.readyReplicas;
  const next: DeploymentState = {
    ...before,
    ...counted,
    availableReplicas,
    unavailableReplicas: Math.max(0, wantedReplicas - availableReplicas),
    observedGeneration: before.generation,
  };
  const conditions = withCondition(
    before.conditions,
    availability(before, availableReplicas),
    now,
  );
  const current = conditions.find(({ type }) => type === 'Progressing');
  // Through since: whatever happens to its pods is no progress any more.
  const isThrough =
    next.currentReplicas === next.updatedReplicas &&
    current?.reason === 'NewReplicaSetAvailable';
  if (isThrough || before.paused) {
    return { ...next, conditions };
  }
  if (isComplete(next)) {
    return {
      ...next,
      conditions: withCondition(
        conditions,
        progress(
          'True',
          'NewReplicaSetAvailable',
          `ReplicaSet "${replicaSet}" has successfully progressed.`,
        ),
        now,
      ),
    };
  }
  const isProgressing =
    next.updatedReplicas > before.updatedReplicas ||
    next.currentReplicas - next.updatedReplicas <
      before.currentReplicas - before.updatedReplicas ||
    next.readyReplicas > before.readyReplicas ||
    next.availableReplicas > before.availableReplicas;
  if (isProgressing) {
    return {
      ...next,
      conditions: replaced(
        conditions,
        progress(
          'True',
          'ReplicaSetUpdated',
          `ReplicaSet "${replicaSet}" is progressing.`,
        ),
        now,
      ),
    };
  }
  const deadline = deadlineAt({ ...next, conditions });
  return deadline !== undefined && now > deadline
    ? {
        ...next,
        conditions: withCondition(
          conditions,
          progress(
            'False',
            'ProgressDeadlineExceeded',
            `ReplicaSet "${replicaSet}" has timed out progressing.`,
          ),
          now,
        ),
      }
    : { ...next, conditions };
}
