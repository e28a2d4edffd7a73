import type { Link } from '@callboard/plugin-callboard-common';
import type { CustomResource } from './CustomResource';

/** An object as a dashboard addresses it. */
export interface DashboardObject {
  /** `Deployment`, `Pod`, `Node` … */
  readonly kind: string;
  /** Absent for what is in none. */
  readonly namespace?: string;
  readonly name: string;
}

/** One cluster, as its source and its pages have to know it. How it is reached is not in here. */
export interface KubernetesCluster {
  /** What annotations and the id of the source call it: `prod-eu` of `kubernetes/prod-eu`. */
  readonly name: string;
  readonly title?: string;
  /** What `kubectl --context` is given; the name, unless config says another. */
  readonly context: string;
  /** The cluster's dashboard; `http` or `https`. */
  readonly dashboardUrl?: string;
  /** Pages of the dashboard about an object; empty where there is no dashboard. */
  readonly dashboardLinks: (object: DashboardObject) => readonly Link[];
  /** Where they are given, nothing outside these namespaces is asked for. */
  readonly namespaces?: readonly string[];
  /** Kinds that are watched beside Kubernetes' own. */
  readonly customResources?: readonly CustomResource[];
}
