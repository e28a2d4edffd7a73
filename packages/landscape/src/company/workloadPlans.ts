import type { WorkloadPlan } from '../simulation/kubernetes/Workload';
import type { ClusterName, Service } from './model';
import { Random } from './Random';
import { UNCLAIMED, WORKLOAD_ROLES } from './workloadCast';

const DAY_MS = 24 * 60 * 60_000;
const DEFAULT_REPLICAS_COUNT = 2;

function ageMs(seed: string, name: string): number {
  return Math.round(Random.create(seed, 'age', name).between(20, 400) * DAY_MS);
}

/** What a service has in a cluster, the workload that it is named after first. */
export function workloadPlans(options: {
  seed: string;
  service: Service;
  cluster: ClusterName;
  version: string;
}): readonly WorkloadPlan[] {
  const { seed, service, cluster, version } = options;
  const { workload: member, name } = service;
  if (!member) {
    return [];
  }
  const {
    naming: _,
    staging = 1,
    canary,
    autoscaler,
    ...role
  } = WORKLOAD_ROLES[member] ?? {};
  const isProduction = cluster === 'prod-eu';
  // Beyond the first sixty everybody is small, and on one node, so that ten thousand fit.
  const isOriginal = member === name;
  const full = role.replicas ?? DEFAULT_REPLICAS_COUNT;
  const replicas = isProduction
    ? Math.min(full, isOriginal ? full : DEFAULT_REPLICAS_COUNT)
    : staging;
  const namespace = service.system;
  const base: WorkloadPlan = {
    ...role,
    kind:
      role.kind === undefined || (role.kind === 'DaemonSet' && !isOriginal)
        ? 'Deployment'
        : role.kind,
    namespace,
    name,
    labels: {
      'app.kubernetes.io/name': name,
      'app.kubernetes.io/part-of': service.system,
      'backstage.io/kubernetes-id': name,
    },
    image: name,
    version,
    replicas,
    autoscaler: isProduction && isOriginal ? autoscaler : undefined,
    ageMs: ageMs(seed, name),
  };
  return canary && isProduction && isOriginal
    ? [
        base,
        {
          ...base,
          name: `${name}-canary`,
          replicas: 1,
          labels: {
            ...base.labels,
            'app.kubernetes.io/name': `${name}-canary`,
            track: 'canary',
          },
        },
      ]
    : [base];
}

/** What runs there and belongs to nobody. */
export function unclaimedPlans(seed: string): readonly WorkloadPlan[] {
  return UNCLAIMED.map(({ id, ...plan }) => ({
    ...plan,
    labels: {
      'app.kubernetes.io/name': plan.name,
      ...(id ? { 'backstage.io/kubernetes-id': id } : {}),
    },
    image: `mirror/${plan.name}`,
    version: '2.11.3',
    ageMs: ageMs(seed, plan.name),
  }));
}
