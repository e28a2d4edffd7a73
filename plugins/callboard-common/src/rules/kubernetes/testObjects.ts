import {
  AutoscalerFacts,
  ConditionFacts,
  ContainerFacts,
  ContainerStateFacts,
  CronJobFacts,
  CustomFacts,
  DaemonSetFacts,
  DeploymentFacts,
  EventFacts,
  ForeignFacts,
  JobFacts,
  NodeFacts,
  PodFacts,
  ReplicaSample,
  ReplicaSetFacts,
  StatefulSetFacts,
  VolumeClaimFacts,
} from './facts';

/** The clock of the Kubernetes tests: a Tuesday. */
export const NOW = Date.parse('2026-11-24T14:00:00Z');
export const SEC = 1_000;
export const MIN = 60 * SEC;
export const HOUR = 60 * MIN;
export const DAY = 24 * HOUR;

/** The moment that was so long ago. */
export const ago = (ms: number) => NOW - ms;

/** A condition that has been so for as long. */
export function condition(
  type: string,
  status: ConditionFacts['status'],
  forMs: number,
  more: Partial<ConditionFacts> = {},
): ConditionFacts {
  return { type, status, since: ago(forMs), ...more };
}

const object = (name: string) => ({
  uid: `uid-${name}`,
  namespace: 'shop',
  name,
  createdAt: ago(30 * DAY),
});

const workload = (name: string, replicas: number) => ({
  ...object(name),
  observedGeneration: 3,
  replicas,
  images: [{ container: 'api', image: 'registry.example:5000/shop:v42' }],
  conditions: [],
  currentReplicas: replicas,
  updatedReplicas: replicas,
  readyReplicas: replicas,
  availableReplicas: replicas,
});

/** A Deployment of 6 that may lack 1, and has been well for a day. */
export function deployment(
  overrides: Partial<DeploymentFacts> = {},
): DeploymentFacts {
  return {
    ...workload('shop-api', overrides.replicas ?? 6),
    kind: 'Deployment',
    strategy: 'RollingUpdate',
    maxUnavailable: '1',
    progressDeadlineSeconds: 600,
    revision: '7',
    conditions: [
      condition('Available', 'True', DAY),
      condition('Progressing', 'True', DAY, {
        reason: 'NewReplicaSetAvailable',
        updatedAt: ago(DAY),
      }),
    ],
    ...overrides,
  };
}

export function replicaSet(
  overrides: Partial<ReplicaSetFacts> = {},
): ReplicaSetFacts {
  const { updatedReplicas: _, ...rest } = workload(
    overrides.name ?? 'shop-api-v42',
    overrides.replicas ?? 3,
  );
  return { ...rest, kind: 'ReplicaSet', revision: '7', ...overrides };
}

/** A StatefulSet of 3, all ready, on one revision. */
export function statefulSet(
  overrides: Partial<StatefulSetFacts> = {},
): StatefulSetFacts {
  return {
    ...workload('web', overrides.replicas ?? 3),
    kind: 'StatefulSet',
    updateStrategy: 'RollingUpdate',
    partition: 0,
    currentRevision: 'web-1',
    updateRevision: 'web-1',
    claimTemplates: [],
    ...overrides,
  };
}

export function daemonSet(
  overrides: Partial<DaemonSetFacts> = {},
): DaemonSetFacts {
  return {
    ...workload('agent', overrides.replicas ?? 40),
    kind: 'DaemonSet',
    updateStrategy: 'RollingUpdate',
    ...overrides,
  };
}

/** A Job that failed or succeeded so long ago, or runs. */
export function job(
  state: 'failed' | 'succeeded' | 'active',
  agoMs: number,
  overrides: Partial<JobFacts> = {},
): JobFacts {
  const name = overrides.name ?? 'migrate-v42';
  const base = {
    ...object(name),
    kind: 'Job' as const,
    images: [],
    backoffLimit: 5,
  };
  if (state === 'active') {
    return {
      ...base,
      createdAt: ago(agoMs),
      startedAt: ago(agoMs),
      active: 1,
      succeeded: 0,
      failed: 0,
      conditions: [],
      ...overrides,
    };
  }
  const failed = state === 'failed';
  return {
    ...base,
    createdAt: ago(agoMs + 5 * MIN),
    startedAt: ago(agoMs + 5 * MIN),
    endedAt: ago(agoMs),
    active: 0,
    succeeded: failed ? 0 : 1,
    failed: failed ? 6 : 0,
    conditions: [
      failed
        ? condition('Failed', 'True', agoMs, { reason: 'BackoffLimitExceeded' })
        : condition('Complete', 'True', agoMs),
    ],
    ...overrides,
  };
}

/** Hourly; the run of 14:00 has begun and ended well. */
export function cronJob(overrides: Partial<CronJobFacts> = {}): CronJobFacts {
  return {
    ...object('backup'),
    kind: 'CronJob',
    schedule: '0 * * * *',
    timeZone: 'UTC',
    images: [],
    active: 0,
    lastScheduledAt: NOW,
    lastSuccessfulAt: NOW,
    ...overrides,
  };
}

export function foreign(overrides: Partial<ForeignFacts> = {}): ForeignFacts {
  return {
    ...object('shop-rollout'),
    kind: 'Foreign',
    ownKind: 'Rollout',
    ...overrides,
  };
}

/** A Rollout whose own status is read. */
export function custom(
  says: Partial<CustomFacts> = {},
  overrides: Partial<ForeignFacts> = {},
): ForeignFacts {
  return foreign({
    custom: { resource: 'rollouts.argoproj.io', conditions: [], ...says },
    ...overrides,
  });
}

export const runningFor = (ms: number): ContainerStateFacts => ({
  state: 'running',
  startedAt: ago(ms),
});

export const waiting = (
  reason: string,
  message?: string,
): ContainerStateFacts => ({
  state: 'waiting',
  reason,
  ...(message !== undefined && { message }),
});

/** A run that began and ended so long ago. */
export const ended = (
  beganAgoMs: number,
  endedAgoMs: number,
  more: Partial<ContainerStateFacts> = {},
): ContainerStateFacts => ({
  state: 'terminated',
  reason: 'Error',
  exitCode: 1,
  startedAt: ago(beganAgoMs),
  finishedAt: ago(endedAgoMs),
  ...more,
});

export function container(
  overrides: Partial<ContainerFacts> = {},
): ContainerFacts {
  return {
    name: 'api',
    image: 'registry.example:5000/shop:v42',
    role: 'app',
    ready: true,
    restarts: 0,
    current: runningFor(DAY),
    ...overrides,
  };
}

/** A pod that has been ready for a day. */
export function pod(overrides: Partial<PodFacts> = {}): PodFacts {
  return {
    ...object(overrides.name ?? 'shop-api-1'),
    createdAt: ago(DAY),
    kind: 'Pod',
    phase: 'Running',
    nodeName: 'n1',
    conditions: [
      condition('PodScheduled', 'True', DAY),
      condition('Ready', 'True', DAY),
    ],
    containers: [container()],
    ...overrides,
  };
}

/** So many pods that are well. */
export function pods(count: number, from = 1): PodFacts[] {
  return Array.from({ length: count }, (_, index) =>
    pod({ name: `shop-api-${from + index}` }),
  );
}

/** A pod whose container is so, and that is not ready for as long. */
export function badPod(
  forMs: number,
  of: Partial<ContainerFacts>,
  overrides: Partial<PodFacts> = {},
): PodFacts {
  return pod({
    conditions: [
      condition('PodScheduled', 'True', DAY),
      condition('Ready', 'False', forMs, { reason: 'ContainersNotReady' }),
    ],
    containers: [container({ ready: false, ...of })],
    ...overrides,
  });
}

/** A pod that no node takes. */
export function unscheduledPod(
  forMs: number,
  message: string,
  overrides: Partial<PodFacts> = {},
): PodFacts {
  return pod({
    createdAt: ago(forMs),
    phase: 'Pending',
    nodeName: undefined,
    conditions: [
      condition('PodScheduled', 'False', forMs, {
        reason: 'Unschedulable',
        message,
      }),
    ],
    containers: [],
    ...overrides,
  });
}

export function autoscaler(
  overrides: Partial<AutoscalerFacts> = {},
): AutoscalerFacts {
  return {
    ...object('shop-api'),
    uid: 'uid-hpa',
    kind: 'HorizontalPodAutoscaler',
    target: { kind: 'Deployment', name: 'shop-api' },
    minReplicas: 2,
    maxReplicas: 10,
    currentReplicas: 6,
    desiredReplicas: 6,
    conditions: [],
    ...overrides,
  };
}

export function claim(
  overrides: Partial<VolumeClaimFacts> = {},
): VolumeClaimFacts {
  return {
    ...object('data-0'),
    kind: 'PersistentVolumeClaim',
    phase: 'Bound',
    storageClass: 'fast',
    ...overrides,
  };
}

export function node(overrides: Partial<NodeFacts> = {}): NodeFacts {
  return {
    ...object('n1'),
    namespace: '',
    kind: 'Node',
    conditions: [condition('Ready', 'True', DAY)],
    roles: [],
    allocatable: { cpuMillis: 4000, memoryBytes: 8 * 1024 ** 3, pods: 110 },
    ...overrides,
  };
}

export function event(overrides: Partial<EventFacts> = {}): EventFacts {
  return {
    namespace: 'shop',
    involved: { kind: 'Pod', name: 'shop-api-1', uid: 'uid-shop-api-1' },
    reason: 'BackOff',
    message: 'Back-off restarting failed container',
    count: 3,
    firstAt: ago(HOUR),
    lastAt: ago(MIN),
    ...overrides,
  };
}

/** `[ago, available]` or `[ago, available, replicas, updated]` as samples, oldest first. */
export function samples(
  wanted: number,
  ...rows: readonly (readonly [number, number, number?, number?])[]
): ReplicaSample[] {
  return rows.map(([agoMs, there, replicas = wanted, updated = replicas]) => ({
    at: ago(agoMs),
    replicas,
    ready: there,
    available: there,
    updated,
  }));
}
