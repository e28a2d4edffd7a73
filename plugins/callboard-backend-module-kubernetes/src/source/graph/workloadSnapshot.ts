import type {
  EventFacts,
  HeadFacts,
  JobFacts,
  PodFacts,
  ReplicaSetFacts,
  VolumeClaimFacts,
  WorkloadSnapshot,
} from '@callboard/plugin-callboard-common';
import type { ClusterGraph } from './ClusterGraph';
import type { EventBook } from './EventBook';

/** Claims of a StatefulSet that are looked for, of each template. */
const MAX_ORDINALS_COUNT = 1_000;

/** One workload with all that belongs to it. */
export function workloadSnapshot(
  head: HeadFacts,
  { graph, events }: { graph: ClusterGraph; events: EventBook },
): WorkloadSnapshot {
  const { tables, relations } = graph;
  const replicaSets = tables
    .allFacts('replicasets', relations.replicaSetsOf.get(head.uid))
    .sort(byRevision);
  // Jobs of an operator are heads of their own.
  const jobs =
    head.kind === 'CronJob'
      ? tables
          .allFacts('jobs', relations.jobsOf.get(head.uid))
          .sort((a, b) => b.createdAt - a.createdAt)
      : [];
  const pods = podsOf(head, { graph, replicaSets, jobs });
  const autoscalers = relations.autoscalersOf({
    ...head,
    kind: head.kind === 'Foreign' ? head.ownKind : head.kind,
  });
  const claims = claimsOf(head, { graph, pods });
  const involved = [head, ...replicaSets, ...jobs, ...pods, ...autoscalers];
  return {
    head,
    replicaSets,
    jobs,
    pods,
    autoscalers,
    claims,
    events: [...involved, ...claims]
      .flatMap(({ uid }) => events.about(uid))
      .sort(byTime),
  };
}

function podsOf(
  head: HeadFacts,
  {
    graph: { tables, relations },
    replicaSets,
    jobs,
  }: {
    graph: ClusterGraph;
    replicaSets: readonly ReplicaSetFacts[];
    jobs: readonly JobFacts[];
  },
): readonly PodFacts[] {
  if (head.kind === 'Foreign' && head.ownKind === 'Pod') {
    return tables.allFacts('pods', [head.uid]);
  }
  return [head, ...replicaSets, ...jobs]
    .flatMap(({ uid }) => tables.allFacts('pods', relations.podsOf.get(uid)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function claimsOf(
  head: HeadFacts,
  { graph, pods }: { graph: ClusterGraph; pods: readonly PodFacts[] },
): readonly VolumeClaimFacts[] {
  const names = new Set(pods.flatMap(pod => pod.claims ?? []));
  if (head.kind === 'StatefulSet') {
    const ordinals = Math.min(head.replicas, MAX_ORDINALS_COUNT);
    for (const template of head.claimTemplates) {
      for (let ordinal = 0; ordinal < ordinals; ordinal++) {
        names.add(`${template}-${head.name}-${ordinal}`);
      }
    }
  }
  return [...names]
    .flatMap(name => graph.relations.claim(head.namespace, name) ?? [])
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function byRevision(a: ReplicaSetFacts, b: ReplicaSetFacts): number {
  return (
    Number(b.revision ?? 0) - Number(a.revision ?? 0) ||
    b.createdAt - a.createdAt
  );
}

function byTime(a: EventFacts, b: EventFacts): number {
  return b.lastAt - a.lastAt || (a.involved.uid < b.involved.uid ? -1 : 1);
}
