/*
 * What the API does not keep: since when a workload is short, and when containers restarted. It is
 * gathered from one look to the next, survives in the stored detail, and is judged like a fact.
 */

/** How many pods of a workload did what, from a moment on. @public */
export interface ReplicaSample {
  readonly at: number;
  /** Wanted. */
  readonly replicas: number;
  readonly ready: number;
  readonly available: number;
  readonly updated: number;
}

/** How often a container had restarted at a moment. @public */
export interface RestartSample {
  readonly at: number;
  readonly restarts: number;
  /** It was seen waiting in CrashLoopBackOff after that restart. */
  readonly backOff?: true;
}

/** What is remembered of one object, oldest first; what was seen first is the oldest. @public */
export interface ObjectMemory {
  /** Of a workload: one sample for every change. */
  readonly replicas?: readonly ReplicaSample[];
  /** Of a pod, by container. */
  readonly restarts?: Readonly<Record<string, readonly RestartSample[]>>;
}

/** What is remembered, by uid of the object. @public */
export type KubernetesMemory = ReadonlyMap<string, ObjectMemory>;
