/*
 * What the rules look at of each Kubernetes object: the fields of the API by their own names, times
 * as epoch milliseconds of our clock, and nothing else. A cluster holds a hundred thousand of these
 * in memory, so that what is absent stays absent.
 */

/** The controller of an object: `metadata.ownerReferences[]` with `controller: true`. @public */
export interface OwnerFacts {
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
}

/** What every object has. @public */
export interface ObjectFacts {
  readonly uid: string;
  readonly namespace: string;
  readonly name: string;
  /** `metadata.creationTimestamp` */
  readonly createdAt: number;
  readonly owner?: OwnerFacts;
}

/** A condition of `status.conditions[]`. @public */
export interface ConditionFacts {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason?: string;
  readonly message?: string;
  /** `lastTransitionTime` */
  readonly since?: number;
  /** `lastUpdateTime`, which a Deployment's Progressing condition moves with every progress. */
  readonly updatedAt?: number;
}

/** A container of a pod template, or of a pod's spec. @public */
export interface ImageFacts {
  readonly container: string;
  readonly image: string;
}

/** What is wanted of a workload. @public */
export interface WorkloadFacts extends ObjectFacts {
  /** `status.observedGeneration` */
  readonly observedGeneration: number;
  /** `spec.replicas`, 1 where it is absent. */
  readonly replicas: number;
  /** Containers of the template, init containers left out. */
  readonly images: readonly ImageFacts[];
  readonly conditions: readonly ConditionFacts[];
  /** Labelled `track: canary`, the object or its template. */
  readonly canary?: true;
}

/** A Deployment (apps/v1). @public */
export interface DeploymentFacts extends WorkloadFacts {
  readonly kind: 'Deployment';
  readonly paused?: true;
  readonly strategy: 'RollingUpdate' | 'Recreate';
  /** `spec.strategy.rollingUpdate.maxUnavailable` as it is: `25%` or `1`. */
  readonly maxUnavailable?: string;
  /** `spec.progressDeadlineSeconds`; absent where there is no limit. */
  readonly progressDeadlineSeconds?: number;
  /** Annotation `deployment.kubernetes.io/revision`. */
  readonly revision?: string;
  readonly currentReplicas: number;
  readonly updatedReplicas: number;
  readonly readyReplicas: number;
  readonly availableReplicas: number;
}

/** A ReplicaSet (apps/v1). @public */
export interface ReplicaSetFacts extends WorkloadFacts {
  readonly kind: 'ReplicaSet';
  /** Annotation `deployment.kubernetes.io/revision`. */
  readonly revision?: string;
  readonly currentReplicas: number;
  readonly readyReplicas: number;
  readonly availableReplicas: number;
}

/** A StatefulSet (apps/v1). @public */
export interface StatefulSetFacts extends WorkloadFacts {
  readonly kind: 'StatefulSet';
  readonly updateStrategy: 'RollingUpdate' | 'OnDelete';
  /** `spec.updateStrategy.rollingUpdate.partition` */
  readonly partition: number;
  readonly currentRevision?: string;
  readonly updateRevision?: string;
  readonly currentReplicas: number;
  readonly updatedReplicas: number;
  readonly readyReplicas: number;
  readonly availableReplicas: number;
  /** Names of `spec.volumeClaimTemplates[]`. */
  readonly claimTemplates: readonly string[];
}

/** A DaemonSet (apps/v1). `replicas` is `status.desiredNumberScheduled`. @public */
export interface DaemonSetFacts extends WorkloadFacts {
  readonly kind: 'DaemonSet';
  readonly updateStrategy: 'RollingUpdate' | 'OnDelete';
  readonly currentReplicas: number;
  readonly updatedReplicas: number;
  readonly readyReplicas: number;
  readonly availableReplicas: number;
}

/** A Job (batch/v1). @public */
export interface JobFacts extends ObjectFacts {
  readonly kind: 'Job';
  readonly suspended?: true;
  readonly images: readonly ImageFacts[];
  /** `spec.backoffLimit`, 6 where it is absent. */
  readonly backoffLimit: number;
  readonly activeDeadlineSeconds?: number;
  readonly active: number;
  readonly succeeded: number;
  readonly failed: number;
  /** `status.startTime` */
  readonly startedAt?: number;
  /** `status.completionTime`, or when the Failed condition became true. */
  readonly endedAt?: number;
  readonly conditions: readonly ConditionFacts[];
  readonly canary?: true;
}

/** A CronJob (batch/v1). @public */
export interface CronJobFacts extends ObjectFacts {
  readonly kind: 'CronJob';
  /** Five fields, or `@hourly` and the like. */
  readonly schedule: string;
  /** An IANA name; absent where the cluster's own zone holds, which is most often UTC. */
  readonly timeZone?: string;
  readonly suspended?: true;
  readonly images: readonly ImageFacts[];
  readonly active: number;
  /** `status.lastScheduleTime` */
  readonly lastScheduledAt?: number;
  /** `status.lastSuccessfulTime` */
  readonly lastSuccessfulAt?: number;
  readonly canary?: true;
}

/** How a container is, or was: one of `state` and `lastState`. @public */
export interface ContainerStateFacts {
  readonly state: 'waiting' | 'running' | 'terminated';
  readonly reason?: string;
  readonly message?: string;
  readonly exitCode?: number;
  readonly startedAt?: number;
  readonly finishedAt?: number;
}

/** A container of a pod. @public */
export interface ContainerFacts {
  readonly name: string;
  readonly image: string;
  /** An init container; a `sidecar` is one with `restartPolicy: Always`, which goes on running. */
  readonly role: 'app' | 'init' | 'sidecar';
  readonly ready: boolean;
  readonly restarts: number;
  readonly current?: ContainerStateFacts;
  readonly last?: ContainerStateFacts;
  /** `resources.limits.memory` in bytes, worth knowing where it was killed for it. */
  readonly memoryLimitBytes?: number;
}

/** A Pod (v1). @public */
export interface PodFacts extends ObjectFacts {
  readonly kind: 'Pod';
  readonly phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
  /** `status.reason`: `Evicted`, `NodeLost`, `Shutdown` … */
  readonly reason?: string;
  readonly message?: string;
  readonly nodeName?: string;
  /** `metadata.deletionTimestamp`: when its grace period ends. */
  readonly deletionAt?: number;
  readonly finalizers?: readonly string[];
  /** Has `spec.schedulingGates`: nobody wants it scheduled yet. */
  readonly gated?: true;
  /** Ready and PodScheduled are what the rules look at. */
  readonly conditions: readonly ConditionFacts[];
  readonly containers: readonly ContainerFacts[];
  /** Label `pod-template-hash` or `controller-revision-hash`. */
  readonly revision?: string;
  /** Names of the PersistentVolumeClaims that it mounts. */
  readonly claims?: readonly string[];
  /** Sum of what its containers request. */
  readonly requests?: ResourceFacts;
  readonly canary?: true;
}

/** An amount of what nodes have. @public */
export interface ResourceFacts {
  readonly cpuMillis: number;
  readonly memoryBytes: number;
}

/** A HorizontalPodAutoscaler (autoscaling/v2). @public */
export interface AutoscalerFacts extends ObjectFacts {
  readonly kind: 'HorizontalPodAutoscaler';
  /** `spec.scaleTargetRef` */
  readonly target: { readonly kind: string; readonly name: string };
  /** `spec.minReplicas`, 1 where it is absent. */
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly currentReplicas: number;
  readonly desiredReplicas: number;
  /** ScalingActive, AbleToScale, ScalingLimited. */
  readonly conditions: readonly ConditionFacts[];
}

/** A PersistentVolumeClaim (v1). @public */
export interface VolumeClaimFacts extends ObjectFacts {
  readonly kind: 'PersistentVolumeClaim';
  readonly phase: 'Pending' | 'Bound' | 'Lost';
  readonly storageClass?: string;
}

/** A Node (v1). It has no namespace: `''`. @public */
export interface NodeFacts extends ObjectFacts {
  readonly kind: 'Node';
  /** `spec.unschedulable` */
  readonly cordoned?: true;
  /** Ready and the pressures. */
  readonly conditions: readonly ConditionFacts[];
  readonly kubeletVersion?: string;
  /** From labels `node-role.kubernetes.io/<role>`. */
  readonly roles: readonly string[];
  readonly zone?: string;
  /** `status.allocatable` */
  readonly allocatable: ResourceFacts & { readonly pods: number };
}

/** Warning events of one object and reason, folded. @public */
export interface EventFacts {
  readonly namespace: string;
  readonly involved: {
    readonly kind: string;
    readonly name: string;
    readonly uid: string;
  };
  readonly reason: string;
  /** The newest one's. */
  readonly message: string;
  readonly count: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Everything that can be the head of a group of pods. @public */
export type HeadFacts =
  | DeploymentFacts
  | ReplicaSetFacts
  | StatefulSetFacts
  | DaemonSetFacts
  | JobFacts
  | CronJobFacts
  | ForeignFacts;

/**
 * A head that is no workload of Kubernetes' own: a pod of its own (`Pod`), or a custom resource (an
 * Argo `Rollout`). Its pods are judged, how many of them its ReplicaSets want, and what its status
 * says where that is read; a finding says where nobody knows more.
 * @public
 */
export interface ForeignFacts extends ObjectFacts {
  readonly kind: 'Foreign';
  /** Its own kind: `Pod`, `Rollout`. */
  readonly ownKind: string;
  readonly canary?: true;
  /** What it says of itself; absent where config does not name it, and where we may not read it. */
  readonly custom?: CustomFacts;
}

/**
 * What a custom resource says of itself, as far as the conventions of the API give it a meaning. What
 * it does not say is absent: to a schema that we do not know, 0 and nothing are not the same.
 * @public
 */
export interface CustomFacts {
  /** `rollouts.argoproj.io`, as kubectl takes it. */
  readonly resource: string;
  /** `metadata.generation` */
  readonly generation?: number;
  /** `status.observedGeneration` */
  readonly observedGeneration?: number;
  /** `spec.replicas` */
  readonly replicas?: number;
  /** `spec.paused` */
  readonly paused?: true;
  /** `spec.suspend` */
  readonly suspended?: true;
  /** `status.phase`: `Healthy`, `Degraded` … */
  readonly phase?: string;
  /** `status.message` */
  readonly message?: string;
  /** The first of `status.pauseConditions[]`: a controller that waits at a step. */
  readonly pause?: { readonly reason: string; readonly since?: number };
  readonly readyReplicas?: number;
  readonly availableReplicas?: number;
  readonly updatedReplicas?: number;
  /** Of the types that have a meaning: Ready, Available, Stalled, Reconciling … */
  readonly conditions: readonly ConditionFacts[];
}
