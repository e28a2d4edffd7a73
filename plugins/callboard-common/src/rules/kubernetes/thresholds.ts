const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The numbers of the Kubernetes rules; config can change each of them. @public */
export interface KubernetesThresholds {
  /** No pod of a Deployment serves for this long, in milliseconds. */
  readonly noneAvailableAfterMs: number;
  /** A Deployment is `Available=False` for this long, in milliseconds. */
  readonly unavailableAfterMs: number;
  /** Deadline of a first or Recreate rollout that declares none, in milliseconds. */
  readonly rolloutDeadlineMs: number;
  /** Fewer pods than wanted for this long, though enough, in milliseconds. */
  readonly replicasMissingAfterMs: number;
  /** A rollout is paused for longer than this, in milliseconds. */
  readonly rolloutPausedAfterMs: number;
  /** Crashes of a new pod that make a rollout crash. */
  readonly rolloutCrashesCount: number;
  /** Scaled to zero is worth a warning for this long, in milliseconds. */
  readonly scaledToZeroForMs: number;
  /** At most half of a StatefulSet is ready for this long, in milliseconds. */
  readonly quorumAfterMs: number;
  /** The same while it is updated, in milliseconds. */
  readonly quorumUpdatingAfterMs: number;
  /** Replicas from which on half of a StatefulSet is a quorum. */
  readonly quorumReplicasCount: number;
  /** An update of a StatefulSet makes no progress for this long, in milliseconds. */
  readonly updateStuckAfterMs: number;
  /** Share of its nodes that a DaemonSet may lack before it fails … */
  readonly daemonFailingShare: number;
  /** … for this long, in milliseconds. */
  readonly daemonFailingAfterMs: number;
  /** Share of its nodes that a DaemonSet may lack before it warns … */
  readonly daemonWarningShare: number;
  /** … for this long, in milliseconds. */
  readonly daemonWarningAfterMs: number;
  /** Restarts that make a crash loop … */
  readonly crashLoopRestartsCount: number;
  /** … within this time, in milliseconds. */
  readonly crashLoopWithinMs: number;
  /** A crash loop is over after running for this long, in milliseconds. */
  readonly crashLoopClearsAfterMs: number;
  /** An image cannot be pulled for this long, in milliseconds. */
  readonly imagePullAfterMs: number;
  /** A container cannot be created for this long, in milliseconds. */
  readonly configErrorAfterMs: number;
  /** No node fits for this long, in milliseconds. */
  readonly unschedulableAfterMs: number;
  /** A pod is not ready for this long, in milliseconds. */
  readonly notReadyAfterMs: number;
  /** Restarts that are worth a warning … */
  readonly restartsCount: number;
  /** … within this time, in milliseconds. */
  readonly restartsWithinMs: number;
  /** A pod that is to stop goes on for longer than its grace period and this, in milliseconds. */
  readonly terminatingAfterMs: number;
  /** A Job that failed is failing for this long, in milliseconds. */
  readonly jobFailingForMs: number;
  /** A Job that failed is a warning for this long, in milliseconds. */
  readonly jobWarningForMs: number;
  /** A Job runs for longer than this, in milliseconds. */
  readonly jobLongAfterMs: number;
  /** Runs of a CronJob in a row that failed. */
  readonly cronFailedCount: number;
  /** One failed run is enough where the next is this far away, in milliseconds. */
  readonly cronRareMs: number;
  /** A run of a CronJob is never missed before this, in milliseconds. */
  readonly cronMissedMinMs: number;
  /** A run of a CronJob is missed after this share of its interval. */
  readonly cronMissedShare: number;
  /** An autoscaler gets no metrics for this long, in milliseconds. */
  readonly autoscalerBlindAfterMs: number;
  /** An autoscaler is at its maximum for this long, in milliseconds. */
  readonly autoscalerMaxedAfterMs: number;
  /** A volume is not provided for this long, in milliseconds. */
  readonly volumePendingAfterMs: number;
  /** A node is not ready for this long, in milliseconds. */
  readonly nodeNotReadyAfterMs: number;
  /** A custom resource says of itself that it is not well for this long, in milliseconds. */
  readonly customNotReadyAfterMs: number;
  /** So many workloads are more than one service has, as a rule … */
  readonly broadWorkloadsCount: number;
  /** … and so are so many pods. */
  readonly broadPodsCount: number;
}

/** @public */
export const DEFAULT_KUBERNETES_THRESHOLDS: KubernetesThresholds = {
  noneAvailableAfterMs: 60 * SECOND_MS,
  unavailableAfterMs: 2 * MINUTE_MS,
  rolloutDeadlineMs: 10 * MINUTE_MS,
  replicasMissingAfterMs: 15 * MINUTE_MS,
  rolloutPausedAfterMs: 24 * HOUR_MS,
  rolloutCrashesCount: 2,
  scaledToZeroForMs: 7 * DAY_MS,
  quorumAfterMs: 2 * MINUTE_MS,
  quorumUpdatingAfterMs: 10 * MINUTE_MS,
  quorumReplicasCount: 3,
  updateStuckAfterMs: 10 * MINUTE_MS,
  daemonFailingShare: 0.5,
  daemonFailingAfterMs: 5 * MINUTE_MS,
  daemonWarningShare: 0.1,
  daemonWarningAfterMs: 15 * MINUTE_MS,
  crashLoopRestartsCount: 2,
  crashLoopWithinMs: 15 * MINUTE_MS,
  crashLoopClearsAfterMs: 10 * MINUTE_MS,
  imagePullAfterMs: MINUTE_MS,
  configErrorAfterMs: MINUTE_MS,
  unschedulableAfterMs: 5 * MINUTE_MS,
  notReadyAfterMs: 15 * MINUTE_MS,
  restartsCount: 3,
  restartsWithinMs: HOUR_MS,
  terminatingAfterMs: 5 * MINUTE_MS,
  jobFailingForMs: DAY_MS,
  jobWarningForMs: 7 * DAY_MS,
  jobLongAfterMs: 12 * HOUR_MS,
  cronFailedCount: 2,
  cronRareMs: 12 * HOUR_MS,
  cronMissedMinMs: 10 * MINUTE_MS,
  cronMissedShare: 0.1,
  autoscalerBlindAfterMs: 15 * MINUTE_MS,
  autoscalerMaxedAfterMs: 15 * MINUTE_MS,
  volumePendingAfterMs: 5 * MINUTE_MS,
  nodeNotReadyAfterMs: 2 * MINUTE_MS,
  customNotReadyAfterMs: 2 * MINUTE_MS,
  broadWorkloadsCount: 50,
  broadPodsCount: 1_000,
};
