import type {
  KubernetesDetail,
  Observation,
} from '@callboard/plugin-callboard-common';
import {
  kubernetesDetailSchema,
  STATUSES,
} from '@callboard/plugin-callboard-common';

const SOURCE_PREFIX = 'kubernetes/';

/** What a service has in one cluster. */
export interface ClusterGroup {
  readonly observation: Observation;
  readonly cluster: string;
  /** Absent where the observation tells none, or in a shape that is not ours. */
  readonly detail?: KubernetesDetail;
  /** Set where all that is shown is of one namespace. */
  readonly namespace?: string;
}

/** What a service has in its clusters. */
export interface ClusterGroups {
  /** Production first, then the worst, then by name. */
  readonly groups: readonly ClusterGroup[];
  /** Clusters that have nothing of it, while others may. */
  readonly absent: readonly string[];
}

function sharedNamespace(detail: KubernetesDetail): string | undefined {
  if (detail.namespace) {
    return detail.namespace;
  }
  const names = new Set(detail.workloads.map(({ namespace }) => namespace));
  return names.size === 1 ? [...names][0] : undefined;
}

function toGroup(observation: Observation): ClusterGroup {
  const parsed = kubernetesDetailSchema.safeParse(observation.detail);
  const name = observation.source.slice(SOURCE_PREFIX.length);
  if (!parsed.success) {
    return { observation, cluster: name };
  }
  return {
    observation,
    cluster: parsed.data.cluster,
    detail: parsed.data,
    namespace: sharedNamespace(parsed.data),
  };
}

function compare(a: ClusterGroup, b: ClusterGroup): number {
  return (
    Number(b.observation.production) - Number(a.observation.production) ||
    STATUSES.indexOf(a.observation.status) -
      STATUSES.indexOf(b.observation.status) ||
    a.cluster.localeCompare(b.cluster)
  );
}

/** What a service has in its clusters, of all that was observed of it. */
export function clusterGroups(
  observations: readonly Observation[],
): ClusterGroups {
  const groups = observations
    .filter(({ source }) => source.startsWith(SOURCE_PREFIX))
    .map(toGroup);
  const isAbsent = ({ observation, detail }: ClusterGroup) =>
    observation.absent === true && !detail?.workloads.length;
  return {
    groups: groups.filter(group => !isAbsent(group)).sort(compare),
    absent: [
      ...new Set(groups.filter(isAbsent).map(({ cluster }) => cluster)),
    ].sort(),
  };
}
