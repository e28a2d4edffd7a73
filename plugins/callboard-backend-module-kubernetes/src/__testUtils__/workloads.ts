import type { FakeObject } from './FakeCluster';

/** What a test says of an object; the rest is as controllers make it. */
export interface WorkloadOptions {
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly replicas?: number;
  readonly ready?: number;
  readonly image?: string;
  /** Since when it is available, or not. */
  readonly since?: string;
}

/** Who owns an object. */
export interface Owner {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
}

const NAMESPACE = 'shop';
const SINCE = '2026-11-25T11:00:00Z';

/** A Deployment that has finished its rollout. */
export function deployment(
  name: string,
  options: WorkloadOptions = {},
): FakeObject {
  const { replicas = 2, ready = replicas, since = SINCE } = options;
  const isAvailable = ready >= replicas;
  return {
    metadata: {
      name,
      namespace: options.namespace ?? NAMESPACE,
      generation: 1,
      labels: options.labels ?? {},
      annotations: { 'deployment.kubernetes.io/revision': '1' },
    },
    spec: { replicas, template: template(name, options) },
    status: {
      observedGeneration: 1,
      replicas,
      updatedReplicas: replicas,
      readyReplicas: ready,
      availableReplicas: ready,
      conditions: [
        { ...condition('Available', isAvailable), lastTransitionTime: since },
        { ...condition('Progressing', true), reason: 'NewReplicaSetAvailable' },
      ],
    },
  };
}

/** A ReplicaSet of an owner. */
export function replicaSet(
  name: string,
  owner: Owner,
  options: WorkloadOptions = {},
): FakeObject {
  const { replicas = 2, ready = replicas } = options;
  return {
    metadata: {
      name,
      namespace: options.namespace ?? NAMESPACE,
      generation: 1,
      labels: { ...options.labels, 'pod-template-hash': 'abc' },
      annotations: { 'deployment.kubernetes.io/revision': '1' },
      ownerReferences: [{ ...owner, controller: true }],
    },
    spec: { replicas, template: template(name, options) },
    status: {
      observedGeneration: 1,
      replicas,
      readyReplicas: ready,
      availableReplicas: ready,
    },
  };
}

/** A pod; it runs and is ready unless it crashed. */
export function pod(
  name: string,
  options: {
    namespace?: string;
    labels?: Readonly<Record<string, string>>;
    owner?: Owner;
    node?: string;
    restarts?: number;
    claim?: string;
  } = {},
): FakeObject {
  const { owner, restarts = 0, claim } = options;
  return {
    metadata: {
      name,
      namespace: options.namespace ?? NAMESPACE,
      labels: options.labels ?? {},
      ...(owner && { ownerReferences: [{ ...owner, controller: true }] }),
    },
    spec: {
      nodeName: options.node ?? 'node-1',
      containers: [
        {
          name: 'app',
          image: 'example.test/app:1',
          resources: { requests: { cpu: '100m', memory: '64Mi' } },
        },
      ],
      ...(claim && {
        volumes: [{ name: 'v', persistentVolumeClaim: { claimName: claim } }],
      }),
    },
    status: {
      phase: 'Running',
      conditions: [condition('Ready', true), condition('PodScheduled', true)],
      containerStatuses: [
        {
          name: 'app',
          ready: true,
          restartCount: restarts,
          state: { running: { startedAt: SINCE } },
        },
      ],
    },
  };
}

/** A node that is ready or not. */
export function node(name: string, isReady = true): FakeObject {
  return {
    metadata: { name, labels: { 'node-role.kubernetes.io/worker': '' } },
    spec: {},
    status: {
      allocatable: { cpu: '4', memory: '8Gi', pods: '110' },
      conditions: [condition('Ready', isReady)],
    },
  };
}

/** A warning about an object. */
export function warning(
  name: string,
  involved: { kind: string; name: string; uid: string },
  options: { reason?: string; count?: number } = {},
): FakeObject {
  return {
    metadata: { name, namespace: NAMESPACE },
    involvedObject: { ...involved, namespace: NAMESPACE },
    type: 'Warning',
    reason: options.reason ?? 'BackOff',
    message: 'Back-off restarting failed container',
    count: options.count ?? 1,
    firstTimestamp: SINCE,
    lastTimestamp: SINCE,
  };
}

function template(name: string, { labels, image }: WorkloadOptions) {
  return {
    metadata: { labels: labels ?? {} },
    spec: {
      containers: [{ name: 'app', image: image ?? `example.test/${name}:1` }],
    },
  };
}

function condition(type: string, isTrue: boolean) {
  return {
    type,
    status: isTrue ? 'True' : 'False',
    lastTransitionTime: SINCE,
    lastUpdateTime: SINCE,
  };
}
