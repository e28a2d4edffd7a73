import type {
  KubernetesClusterDetail,
  KubernetesDetail,
  KubernetesNode,
  KubernetesPod,
  KubernetesWorkload,
  Observation,
  SourceHealth,
} from '@callboard/plugin-callboard-common';
import { anObservation, aSource, minutesAgo } from './builders';

const GIB_BYTES = 1024 ** 3;
const DAY_MIN = 24 * 60;

/** A pod that is well. */
export function aPod(over: Partial<KubernetesPod> = {}): KubernetesPod {
  return {
    name: 'checkout-api-7d9f8b6c5-x2x8k',
    status: 'ok',
    reason: 'Running',
    node: 'n7',
    ready: 1,
    containers: 1,
    restarts: 0,
    createdAt: minutesAgo(2 * DAY_MIN),
    ...over,
  };
}

/** A Deployment that keeps its promise. */
export function aWorkload(
  over: Partial<KubernetesWorkload> = {},
): KubernetesWorkload {
  return {
    kind: 'Deployment',
    namespace: 'shop',
    name: 'checkout-api',
    status: 'ok',
    summary: '6 of 6 serve',
    explanation: {
      rule: 'At least 5 of 6 pods serve at any time',
      threshold: '2 min below it is failing',
      inputs: [
        { name: 'Pods wanted', value: '6' },
        { name: 'May be missing (maxUnavailable)', value: '1' },
        { name: 'Pods that serve', value: '6' },
      ],
    },
    replicas: { desired: 6, ready: 6, updated: 6, available: 6, needed: 5 },
    images: [
      { container: 'api', image: 'registry.example.com/shop/checkout-api:v42' },
    ],
    versions: ['v42'],
    restarts: 0,
    createdAt: minutesAgo(90 * DAY_MIN),
    pods: [aPod()],
    podsCount: 6,
    events: [],
    links: [],
    ...over,
  };
}

/** The same Deployment with 2 of 6 pods, one of them in a crash loop. */
export function aFailingWorkload(
  over: Partial<KubernetesWorkload> = {},
): KubernetesWorkload {
  return aWorkload({
    status: 'failing',
    summary: '2 of 6 serve, 5 are needed',
    activity: {
      kind: 'rolling-out',
      message: 'rolling out v41',
      progress: 2 / 6,
    },
    explanation: {
      rule: 'Fewer pods serve than the Deployment promises: Available=False',
      threshold: '2 min',
      inputs: [
        { name: 'Pods wanted', value: '6' },
        { name: 'May be missing (maxUnavailable)', value: '1' },
        { name: 'Pods that serve', value: '2' },
        { name: 'Available=False since', value: minutesAgo(40) },
      ],
      clears: 'with 5 or more pods for 2 min',
    },
    replicas: { desired: 6, ready: 2, updated: 4, available: 2, needed: 5 },
    versions: ['v42', 'v41'],
    restarts: 23,
    pods: [
      aPod({
        status: 'warning',
        reason: 'CrashLoopBackOff',
        message: `api was OOMKilled at ${minutesAgo(1)}, limit 512 Mi`,
        ready: 0,
        restarts: 7,
        createdAt: minutesAgo(42),
      }),
      aPod({ name: 'checkout-api-5c7d4f9b8-ab12c', node: 'n2' }),
    ],
    events: [
      {
        reason: 'BackOff',
        message: 'Back-off restarting failed container api',
        object: 'Pod checkout-api-7d9f8b6c5-x2x8k',
        objects: 4,
        count: 61,
        lastAt: minutesAgo(1),
      },
    ],
    links: [
      {
        title: 'Dashboard',
        url: 'https://dashboard.example.com/deployment/shop/checkout-api',
      },
    ],
    ...over,
  });
}

/** What a cluster tells of a service. */
export function aKubernetesDetail(
  over: Partial<KubernetesDetail> = {},
): KubernetesDetail {
  const workloads = over.workloads ?? [aWorkload()];
  return {
    cluster: 'prod-eu',
    context: 'prod-eu',
    selector: 'backstage.io/kubernetes-id=checkout-api',
    workloads,
    workloadsCount: workloads.length,
    unreadable: [],
    ...over,
  };
}

/** What Kubernetes says of a service that is ok. */
export function aKubernetesObservation(
  over: Partial<Observation> & { readonly cluster?: string } = {},
): Observation {
  const { cluster = 'prod-eu', ...rest } = over;
  return anObservation({
    source: `kubernetes/${cluster}`,
    subject: 'backstage.io/kubernetes-id=checkout-api',
    aspect: 'kubernetes',
    summary: '6 of 6 pods serve',
    links: [],
    explanation: { rule: 'Every workload keeps its promise', inputs: [] },
    detail: aKubernetesDetail({ cluster, context: cluster }),
    ...rest,
  });
}

/** A node with room. */
export function aNode(over: Partial<KubernetesNode> = {}): KubernetesNode {
  return {
    name: 'n1',
    ready: true,
    since: minutesAgo(30 * DAY_MIN),
    cordoned: false,
    pressures: [],
    roles: ['worker'],
    zone: 'eu-1a',
    kubeletVersion: 'v1.34.1',
    allocatable: {
      cpuMillis: 8_000,
      memoryBytes: 32 * GIB_BYTES,
      pods: 110,
    },
    requested: { cpuMillis: 5_250, memoryBytes: 20 * GIB_BYTES, pods: 31 },
    ...over,
  };
}

/** What a cluster tells about itself. */
export function aClusterDetail(
  over: Partial<KubernetesClusterDetail> = {},
): KubernetesClusterDetail {
  const { nodes = [aNode()], namespaces = [], unclaimed = [] } = over;
  return {
    version: 'v1.34.1',
    watches: [
      { resource: 'pods', group: '', state: 'watching', objects: 2_031 },
      {
        resource: 'deployments',
        group: 'apps',
        state: 'watching',
        objects: 61,
      },
    ],
    nodes,
    nodesCount: nodes.length,
    allocatable: {
      cpuMillis: 64_000,
      memoryBytes: 256 * GIB_BYTES,
      pods: 880,
    },
    requested: {
      cpuMillis: 41_500,
      memoryBytes: 238 * GIB_BYTES,
      pods: 248,
    },
    namespaces,
    namespacesCount: namespaces.length,
    unclaimed,
    unclaimedCount: unclaimed.length,
    ...over,
  };
}

/** A cluster that is watched. */
export function aClusterSource(over: Partial<SourceHealth> = {}): SourceHealth {
  const { name = 'prod-eu' } = over;
  return aSource({
    source: `kubernetes/${name}`,
    type: 'kubernetes',
    name,
    intervalSeconds: 60,
    calls: 12,
    latencyMs: 18,
    services: 57,
    watched: true,
    ...over,
  });
}
