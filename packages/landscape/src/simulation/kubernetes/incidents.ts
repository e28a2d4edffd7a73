import type { Trouble } from './states';

/** What can be made to happen to a workload. */
export const WORKLOAD_INCIDENTS = [
  'crash-loop',
  'oom-killed',
  'not-ready',
  'restarting',
  'below-minimum',
  'quorum-risk',
  'daemon-missing',
  'rollout',
  'rollout-crashing',
  'rollout-stuck',
  'rollout-paused',
  'canary',
  'image-pull',
  'config-error',
  'init-crash',
  'unschedulable',
  'volume-pending',
  'volume-lost',
  'evicted',
  'stuck-terminating',
  'scaled-to-zero',
  'hpa-maxed',
  'hpa-blind',
  'job-failed',
  'job-long',
  'cron-failed',
  'cron-missed',
  'workload-restored',
] as const;

export type WorkloadIncidentKind = (typeof WORKLOAD_INCIDENTS)[number];

/** What can be made to happen to a node. */
export const NODE_INCIDENTS = [
  'node-not-ready',
  'node-drained',
  'node-pressure',
  'node-restored',
] as const;

export type NodeIncidentKind = (typeof NODE_INCIDENTS)[number];

export interface WorkloadIncident {
  readonly kind: WorkloadIncidentKind;
  /** Default: 1; of `below-minimum`, `quorum-risk` and `daemon-missing` as many as it takes. */
  readonly pods?: number;
  /** Of a new revision. */
  readonly version?: string;
  /** How long a new revision may take before it has failed; default 60 for those that will. */
  readonly deadlineSeconds?: number;
  /** It ends by itself after so many minutes; default: when it is told to. */
  readonly forMinutes?: number;
}

/** Incidents that are a new revision, and what its pods suffer from. */
export const BAD_REVISIONS: Readonly<
  Partial<Record<WorkloadIncidentKind, Trouble>>
> = {
  'rollout-crashing': 'crash-loop',
  'rollout-stuck': 'image-pull',
  'image-pull': 'image-pull',
  'config-error': 'config-error',
  'init-crash': 'init-crash',
  unschedulable: 'unschedulable',
};

/** Incidents that befall pods that run. */
export const POD_TROUBLES: Readonly<
  Partial<Record<WorkloadIncidentKind, Trouble>>
> = {
  'crash-loop': 'crash-loop',
  'oom-killed': 'oom-killed',
  'not-ready': 'not-ready',
  'below-minimum': 'crash-loop',
  'quorum-risk': 'not-ready',
  'daemon-missing': 'crash-loop',
};
