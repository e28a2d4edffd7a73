import type {
  HeadFacts,
  KubernetesClusterDetail,
  KubernetesNode,
  NodeFacts,
  PodFacts,
  UnclaimedWorkload,
} from '@callboard/plugin-callboard-common';
import type { KubernetesCluster } from '../config/KubernetesCluster';
import type { ClusterWatch } from '../watch/ClusterWatch';
import type { ClusterGraph } from './graph/ClusterGraph';

const MAX_SHOWN_COUNT = 500;
const ID_LABEL = 'backstage.io/kubernetes-id';

type Resources = KubernetesClusterDetail['allocatable'];
type NamespaceDetail = KubernetesClusterDetail['namespaces'][number];

/** What the page of a cluster shows, from everything that is held of it. */
export function clusterDetailOf({
  cluster,
  graph,
  watch,
}: {
  cluster: KubernetesCluster;
  graph: ClusterGraph;
  watch: ClusterWatch;
}): KubernetesClusterDetail {
  const byNode = new Map<string, Resources>();
  const byNamespace = new Map<string, NamespaceDetail>();
  const requested = none();
  for (const { facts: pod } of graph.tables.table('pods').values()) {
    if (isRunning(pod)) {
      const namespace = of(byNamespace, pod.namespace, emptyNamespace);
      namespace.pods++;
      add(namespace.requested, pod);
      // What no node could take yet takes no room.
      if (pod.nodeName) {
        add(requested, pod);
        add(of(byNode, pod.nodeName, none), pod);
      }
    }
  }
  const unclaimed = countHeads(graph, byNamespace);
  const nodes = [...graph.tables.table('nodes').values()]
    .map(({ facts }) => nodeOf(facts, byNode.get(facts.name) ?? none()))
    .sort((a, b) => badness(b) - badness(a) || compare(a.name, b.name));
  const namespaces = [...byNamespace.values()].sort((a, b) =>
    compare(a.name, b.name),
  );
  return {
    ...(watch.version && { version: watch.version }),
    ...(cluster.title && { title: cluster.title }),
    ...(cluster.dashboardUrl && { dashboardUrl: cluster.dashboardUrl }),
    watches: [...watch.watches()],
    nodes: nodes.slice(0, MAX_SHOWN_COUNT),
    nodesCount: nodes.length,
    allocatable: sum(nodes.map(({ allocatable }) => allocatable)),
    requested,
    namespaces: namespaces.slice(0, MAX_SHOWN_COUNT),
    namespacesCount: namespaces.length,
    unclaimed: unclaimed.slice(0, MAX_SHOWN_COUNT),
    unclaimedCount: unclaimed.length,
  };
}

/** Counts workloads by namespace, and returns those that no service has. */
function countHeads(
  graph: ClusterGraph,
  byNamespace: Map<string, NamespaceDetail>,
): readonly UnclaimedWorkload[] {
  const unclaimed: UnclaimedWorkload[] = [];
  for (const uid of graph.heads.all()) {
    const head = graph.heads.facts(uid);
    if (head && !isOver(head, graph) && runs(head, graph)) {
      const namespace = of(byNamespace, head.namespace, emptyNamespace);
      namespace.workloads++;
      if (!graph.isClaimed(uid)) {
        namespace.unclaimed++;
        unclaimed.push(unclaimedOf(head, graph));
      }
    }
  }
  return unclaimed.sort(
    (a, b) =>
      compare(a.namespace, b.namespace) ||
      compare(a.name, b.name) ||
      compare(a.kind, b.kind),
  );
}

/** What ran to its end is no workload that anyone has to own. */
function isOver(head: HeadFacts, graph: ClusterGraph): boolean {
  if (head.kind === 'Job') {
    return head.endedAt !== undefined;
  }
  const pod =
    head.kind === 'Foreign' && head.ownKind === 'Pod'
      ? graph.tables.facts('pods', head.uid)
      : undefined;
  return pod !== undefined && !isRunning(pod);
}

/** A custom resource that has no pods and wants none is no workload, whoever owns it. */
function runs(head: HeadFacts, { relations }: ClusterGraph): boolean {
  return (
    head.kind !== 'Foreign' ||
    head.custom === undefined ||
    (head.custom.replicas ?? 0) > 0 ||
    relations.podsOf.get(head.uid).size > 0 ||
    relations.replicaSetsOf.get(head.uid).size > 0
  );
}

function unclaimedOf(head: HeadFacts, graph: ClusterGraph): UnclaimedWorkload {
  const labelSets = [...(graph.heads.claimable(head.uid)?.labelSets ?? [])];
  const kubernetesId = labelSets
    .map(labels => labels.get(ID_LABEL))
    .find(id => id !== undefined);
  return {
    kind: head.kind === 'Foreign' ? head.ownKind : head.kind,
    namespace: head.namespace,
    name: head.name,
    ...('readyReplicas' in head && {
      desired: head.replicas,
      ready: head.readyReplicas,
    }),
    createdAt: new Date(head.createdAt).toISOString(),
    ...(kubernetesId && { kubernetesId }),
  };
}

function nodeOf(node: NodeFacts, requested: Resources): KubernetesNode {
  const ready = node.conditions.find(({ type }) => type === 'Ready');
  return {
    name: node.name,
    ready: ready?.status === 'True',
    ...(ready?.since !== undefined && {
      since: new Date(ready.since).toISOString(),
    }),
    cordoned: node.cordoned ?? false,
    pressures: node.conditions
      .filter(({ type, status }) => type !== 'Ready' && status === 'True')
      .map(({ type, message }) => ({ type, message: message ?? '' })),
    roles: [...node.roles],
    ...(node.zone && { zone: node.zone }),
    ...(node.kubeletVersion && { kubeletVersion: node.kubeletVersion }),
    allocatable: { ...node.allocatable },
    requested,
  };
}

function badness(node: KubernetesNode): number {
  if (!node.ready) {
    return 3;
  }
  if (node.pressures.length > 0) {
    return 2;
  }
  return node.cordoned ? 1 : 0;
}

function isRunning({ phase }: PodFacts): boolean {
  return phase !== 'Succeeded' && phase !== 'Failed';
}

function add(total: Resources, pod: PodFacts) {
  total.pods++;
  total.cpuMillis += pod.requests?.cpuMillis ?? 0;
  total.memoryBytes += pod.requests?.memoryBytes ?? 0;
}

function sum(all: readonly Resources[]): Resources {
  return all.reduce(
    (total, one) => ({
      pods: total.pods + one.pods,
      cpuMillis: total.cpuMillis + one.cpuMillis,
      memoryBytes: total.memoryBytes + one.memoryBytes,
    }),
    none(),
  );
}

function none(): Resources {
  return { cpuMillis: 0, memoryBytes: 0, pods: 0 };
}

function emptyNamespace(name: string): NamespaceDetail {
  return { name, workloads: 0, unclaimed: 0, pods: 0, requested: none() };
}

function of<T>(
  map: Map<string, T>,
  key: string,
  create: (key: string) => T,
): T {
  const known = map.get(key) ?? create(key);
  map.set(key, known);
  return known;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
