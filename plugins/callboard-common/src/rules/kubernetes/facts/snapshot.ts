import {
  AutoscalerFacts,
  EventFacts,
  HeadFacts,
  JobFacts,
  NodeFacts,
  PodFacts,
  ReplicaSetFacts,
  VolumeClaimFacts,
} from './objects';
import { KubernetesMemory } from './memory';

/** One workload with all that belongs to it. @public */
export interface WorkloadSnapshot {
  readonly head: HeadFacts;
  /** Of a Deployment, or of what else owns some (an Argo `Rollout`), newest revision first. */
  readonly replicaSets: readonly ReplicaSetFacts[];
  /** Of a CronJob, newest first. */
  readonly jobs: readonly JobFacts[];
  /** Everything that the head owns, directly or through its ReplicaSets or Jobs. */
  readonly pods: readonly PodFacts[];
  /** Those that scale it. */
  readonly autoscalers: readonly AutoscalerFacts[];
  /** Those that its pods mount, or that its claim templates made. */
  readonly claims: readonly VolumeClaimFacts[];
  /** Warning events of the head and of what belongs to it, newest first. */
  readonly events: readonly EventFacts[];
}

/** A kind of object that could not be read. @public */
export interface UnreadableKind {
  /** `pods`, `deployments` …: the name of the resource. */
  readonly resource: string;
  /** `apps`, `batch`, empty for the core. */
  readonly group: string;
  /** `broken`: the cluster fails to tell it, and never did. */
  readonly reason: 'forbidden' | 'absent' | 'broken';
  /** The verbs that are missing, where it is forbidden: `list`, `watch`. */
  readonly verbs: readonly string[];
  /** Where it is forbidden in some namespaces only. */
  readonly namespaces?: readonly string[];
  /** There may be further namespaces that we may not even name. */
  readonly elsewhere?: true;
}

/** What one service has in one cluster. @public */
export interface KubernetesSnapshot {
  /** `kubernetes/prod-eu` */
  readonly source: string;
  /** `prod-eu` */
  readonly cluster: string;
  /** What `kubectl --context` is to be given; the cluster's name where it is absent. */
  readonly context?: string;
  /**
   * How far the cluster's clock is ahead of ours. Facts are by our clock already; schedules are by
   * the cluster's.
   */
  readonly clockOffsetMs?: number;
  /** What the entity names, as people read it: `app=shop` or `backstage.io/kubernetes-id=shop`. */
  readonly selector: string;
  /** The only namespace that it looks at, where it names one. */
  readonly namespace?: string;
  readonly workloads: readonly WorkloadSnapshot[];
  readonly memory: KubernetesMemory;
  /** Nodes that its pods run on, by name. */
  readonly nodes: ReadonlyMap<string, NodeFacts>;
  readonly unreadable: readonly UnreadableKind[];
  /** Selectors that match something and are near to this one, where nothing matched. */
  readonly near?: readonly string[];
}
