/** What is wrong with pods that are not well. */
export const TROUBLES = [
  'crash-loop',
  'oom-killed',
  'init-crash',
  'image-pull',
  'config-error',
  'not-ready',
  'unschedulable',
  'volume-pending',
] as const;

export type Trouble = (typeof TROUBLES)[number];

export type Labels = Readonly<Record<string, string>>;

/** What every object has. Times are epoch milliseconds. */
export interface MetaState {
  /** Empty where the kind has none. */
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly createdAt: number;
  readonly labels: Labels;
  /** Counts changes of what is wanted. */
  readonly generation: number;
}

/** The controller of an object. */
export interface OwnerState {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
}

/** What a workload wants of its pods. Never changes: a new revision is a new template. */
export interface TemplateState {
  readonly hash: string;
  readonly labels: Labels;
  readonly container: string;
  readonly image: string;
  readonly port?: number;
  readonly cpuMillis: number;
  readonly memoryMebibytes: number;
  readonly init?: { readonly name: string; readonly image: string };
  /** Names of the claims that each pod gets of its own. */
  readonly claims?: readonly string[];
  readonly restartPolicy: 'Always' | 'Never';
  /** What all pods of this revision suffer from. */
  readonly trouble?: Trouble;
}

export interface TerminatedState {
  readonly reason: string;
  readonly exitCode: number;
  readonly startedAt: number;
  readonly finishedAt: number;
}

export type ContainerNow =
  | {
      readonly kind: 'waiting';
      readonly reason: string;
      readonly message?: string;
    }
  | { readonly kind: 'running'; readonly startedAt: number }
  | ({ readonly kind: 'terminated' } & TerminatedState);

export interface ContainerState {
  readonly now: ContainerNow;
  readonly last?: TerminatedState;
  readonly restarts: number;
}

export interface PodState extends MetaState {
  readonly template: TemplateState;
  readonly owner: OwnerState;
  readonly phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed';
  readonly reason?: string;
  readonly message?: string;
  readonly nodeName?: string;
  readonly ip?: string;
  readonly scheduledAt?: number;
  /** Why no node takes it. */
  readonly unschedulable?: string;
  /** When its node took it over. */
  readonly startedAt?: number;
  /** Init containers are through. */
  readonly initializedAt?: number;
  readonly container?: ContainerState;
  readonly init?: ContainerState;
  readonly ready: boolean;
  /** When `ready` became what it is. */
  readonly readySince: number;
  /** Whether its node is not heard of: not ready, whatever its containers do. */
  readonly nodeLost?: boolean;
  /** When its grace period ends. */
  readonly deletionAt?: number;
  /** Of a StatefulSet. */
  readonly ordinal?: number;
}

export interface ConditionState {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason: string;
  readonly message: string;
  readonly transitionAt: number;
  readonly updateAt: number;
}

export interface ReplicaSetState extends MetaState {
  readonly template: TemplateState;
  readonly owner: OwnerState;
  readonly revision: number;
  readonly replicas: number;
  readonly desired: number;
  readonly maxReplicas: number;
  readonly currentReplicas: number;
  readonly readyReplicas: number;
  readonly terminatingReplicas: number;
}

export interface DeploymentState extends MetaState {
  readonly template: TemplateState;
  /** Labels that select its pods. */
  readonly selector: Labels;
  readonly revision: number;
  readonly replicas: number;
  readonly paused: boolean;
  readonly strategy: 'RollingUpdate' | 'Recreate';
  readonly maxUnavailable: string | number;
  readonly maxSurge: string | number;
  readonly deadlineSeconds: number;
  readonly observedGeneration: number;
  readonly currentReplicas: number;
  readonly updatedReplicas: number;
  readonly readyReplicas: number;
  readonly availableReplicas: number;
  readonly unavailableReplicas: number;
  readonly terminatingReplicas: number;
  readonly conditions: readonly ConditionState[];
}

export interface StatefulSetState extends MetaState {
  readonly template: TemplateState;
  readonly selector: Labels;
  readonly replicas: number;
  readonly partition: number;
  readonly observedGeneration: number;
  readonly currentRevision: string;
  readonly updateRevision: string;
  readonly createdReplicas: number;
  readonly readyReplicas: number;
  readonly currentReplicas: number;
  readonly updatedReplicas: number;
}

export interface DaemonSetState extends MetaState {
  readonly template: TemplateState;
  readonly selector: Labels;
  readonly desired: number;
  readonly scheduled: number;
  readonly ready: number;
  readonly updated: number;
}

export interface JobState extends MetaState {
  readonly template: TemplateState;
  readonly owner?: OwnerState;
  readonly scheduledAt?: number;
  readonly backoffLimit: number;
  readonly startedAt: number;
  readonly completedAt?: number;
  readonly failedAt?: number;
  readonly active: number;
  readonly succeeded: number;
  readonly failed: number;
}

export interface CronJobState extends MetaState {
  readonly template: TemplateState;
  readonly schedule: string;
  readonly timeZone?: string;
  readonly suspended: boolean;
  readonly active: readonly { readonly name: string; readonly uid: string }[];
  readonly lastScheduledAt?: number;
  readonly lastSuccessfulAt?: number;
}

export interface AutoscalerState extends MetaState {
  readonly target: { readonly kind: string; readonly name: string };
  readonly min: number;
  readonly max: number;
  readonly current: number;
  readonly desired: number;
  /** Percent of what is requested; undefined: nobody measures. */
  readonly utilization?: number;
  readonly conditions: readonly ConditionState[];
  readonly lastScaledAt?: number;
}

export interface ClaimState extends MetaState {
  readonly phase: 'Pending' | 'Bound' | 'Lost';
  readonly storageClass: string;
  readonly gibibytes: number;
  readonly volumeName: string;
}

export interface NodeState extends MetaState {
  readonly index: number;
  readonly zone: string;
  readonly cordoned: boolean;
  readonly ready: boolean;
  readonly readySince: number;
  readonly heartbeatAt: number;
  readonly memoryPressureSince?: number;
}

export interface EventState extends MetaState {
  readonly involved: {
    readonly kind: string;
    readonly apiVersion: string;
    readonly namespace: string;
    readonly name: string;
    readonly uid: string;
    /** When it happened first. */
    readonly resourceVersion: string;
  };
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  readonly component: string;
  readonly count: number;
  readonly firstAt: number;
  readonly lastAt: number;
}
