import type { ObjectStore } from '../kubernetes';
import { ClusterEstate } from './kubernetes/ClusterEstate';
import type {
  NodeIncidentKind,
  WorkloadIncident,
} from './kubernetes/incidents';
import type { WorkloadPlan } from './kubernetes/Workload';

const DAY_MS = 24 * 60 * 60_000;
const DEPLOYMENTS_PER_NAMESPACE_COUNT = 25;
const PODS_PER_NODE_COUNT = 90;

/** A cluster that does nothing by itself, for a `KubernetesServer` in a test or a benchmark. */
export interface SimulatedCluster {
  readonly store: ObjectStore;
  /** `namespace/name` of all workloads. */
  readonly workloads: readonly string[];
  readonly nodes: readonly string[];
  /** Lets time pass; to be given to the server. */
  advance(): void;
  /** Makes something happen now to a workload by `namespace/name`. */
  incident(workload: string, incident: WorkloadIncident): void;
  nodeIncident(kind: NodeIncidentKind, node: string): void;
  /** Another workload, which runs already. */
  add(plan: WorkloadPlan): void;
}

/**
 * Deployments `app-1`, `app-2` … in namespaces of 25, each labelled with its name as
 * `backstage.io/kubernetes-id`, or the workloads that are given.
 */
export function createKubernetesCluster(options: {
  readonly seed: number;
  readonly name?: string;
  readonly clock: () => number;
  readonly deployments?: number;
  readonly podsPerDeployment?: number;
  readonly nodes?: number;
  readonly plans?: readonly WorkloadPlan[];
}): SimulatedCluster {
  const { seed, name = 'bench', clock, deployments = 0 } = options;
  const { podsPerDeployment = 1 } = options;
  const plans =
    options.plans ??
    Array.from({ length: deployments }, (_, index): WorkloadPlan => {
      const app = `app-${index + 1}`;
      return {
        kind: 'Deployment',
        namespace: `team-${
          1 + Math.floor(index / DEPLOYMENTS_PER_NAMESPACE_COUNT)
        }`,
        name: app,
        labels: { app, 'backstage.io/kubernetes-id': app },
        image: app,
        version: '1.0.1',
        replicas: podsPerDeployment,
        ageMs: 3 * DAY_MS,
      };
    });
  const podsCount = plans.reduce((sum, { replicas }) => sum + replicas, 0);
  const estate = ClusterEstate.create({
    name,
    seed: String(seed),
    startAt: clock(),
    nodes:
      options.nodes ?? Math.max(3, Math.ceil(podsCount / PODS_PER_NODE_COUNT)),
    plans,
    isQuiet: true,
  });
  const { cluster, nodes } = estate;
  const advance = (): void => cluster.advance(clock());
  return {
    store: cluster.store,
    workloads: plans.map(plan => `${plan.namespace}/${plan.name}`),
    nodes: nodes.names,
    advance,
    incident: (workload, incident) => {
      advance();
      estate.incident(estate.find(workload), incident);
    },
    nodeIncident: (kind, node) => {
      advance();
      estate.nodeIncident(kind, node);
    },
    add: plan => {
      advance();
      estate.add(plan);
    },
  };
}
