import { HumanDuration } from '@backstage/types';

export interface Config {
  callboard?: {
    /** The numbers of the status rules; every one of them has a default. */
    rules?: {
      pipelines?: {
        /** A red job that nobody built for this long is given up; 14 days. */
        abandonedAfter?: HumanDuration | string;
        /** Newest runs in a row that stopped early; 3. */
        abortedCount?: number;
        /** A run is never overdue before this; 30 minutes. */
        overdueMin?: HumanDuration | string;
        /** A run is overdue after this many times its usual duration; 3. */
        overdueFactor?: number;
        /** Waiting longer than this is stuck; 15 minutes. */
        queueStuckAfter?: HumanDuration | string;
        /** Jobs that are stuck from which on the source is to blame; 5. */
        queueStuckOnSourceCount?: number;
        /** Waiting longer than this for a person's answer; 4 hours. */
        inputAfter?: HumanDuration | string;
        /** A declared run is missed after this many times its cadence; 1.5. */
        cadenceFactor?: number;
        /** Changes between good and bad that make a job flaky; 4. */
        flakyFlipsCount?: number;
        /** Among this many of its newest completed runs; 10. */
        flakyRunsCount?: number;
        /** Jobs of a folder count when they were built within this time; 30 days. */
        folderBuiltWithin?: HumanDuration | string;
        /** A folder with more jobs than this does not say which of them decide; 20. */
        folderJobsMaxCount?: number;
      };
      kubernetes?: {
        /** No pod of a Deployment serves for this long; a minute. */
        noneAvailableAfter?: HumanDuration | string;
        /** A Deployment is `Available=False` for this long; 2 minutes. */
        unavailableAfter?: HumanDuration | string;
        /** Deadline of a first or Recreate rollout that declares none; 10 minutes. */
        rolloutDeadline?: HumanDuration | string;
        /** Fewer pods than wanted for this long, though enough; 15 minutes. */
        replicasMissingAfter?: HumanDuration | string;
        /** A rollout is paused for longer than this; 24 hours. */
        rolloutPausedAfter?: HumanDuration | string;
        /** Crashes of a new pod that make a rollout crash; 2. */
        rolloutCrashesCount?: number;
        /** Scaled to zero is worth a warning for this long; 7 days. */
        scaledToZeroFor?: HumanDuration | string;
        /** At most half of a StatefulSet is ready for this long; 2 minutes. */
        quorumAfter?: HumanDuration | string;
        /** The same while it is updated; 10 minutes. */
        quorumUpdatingAfter?: HumanDuration | string;
        /** Replicas from which on half of a StatefulSet is a quorum; 3. */
        quorumReplicasCount?: number;
        /** An update of a StatefulSet makes no progress for this long; 10 minutes. */
        updateStuckAfter?: HumanDuration | string;
        /** Share of its nodes that a DaemonSet may lack before it fails; 0.5. */
        daemonFailingShare?: number;
        /** For this long; 5 minutes. */
        daemonFailingAfter?: HumanDuration | string;
        /** Share of its nodes that a DaemonSet may lack before it warns; 0.1. */
        daemonWarningShare?: number;
        /** For this long; 15 minutes. */
        daemonWarningAfter?: HumanDuration | string;
        /** Restarts that make a crash loop; 2. */
        crashLoopRestartsCount?: number;
        /** Within this time; 15 minutes. */
        crashLoopWithin?: HumanDuration | string;
        /** A crash loop is over after running for this long; 10 minutes. */
        crashLoopClearsAfter?: HumanDuration | string;
        /** An image cannot be pulled for this long; a minute. */
        imagePullAfter?: HumanDuration | string;
        /** A container cannot be created for this long; a minute. */
        configErrorAfter?: HumanDuration | string;
        /** No node fits for this long; 5 minutes. */
        unschedulableAfter?: HumanDuration | string;
        /** A pod is not ready for this long; 15 minutes. */
        notReadyAfter?: HumanDuration | string;
        /** Restarts that are worth a warning; 3. */
        restartsCount?: number;
        /** Within this time; an hour. */
        restartsWithin?: HumanDuration | string;
        /** A pod that is to stop goes on for longer than its grace period and this; 5 minutes. */
        terminatingAfter?: HumanDuration | string;
        /** A Job that failed is failing for this long; a day. */
        jobFailingFor?: HumanDuration | string;
        /** A Job that failed is a warning for this long; 7 days. */
        jobWarningFor?: HumanDuration | string;
        /** A Job runs for longer than this; 12 hours. */
        jobLongAfter?: HumanDuration | string;
        /** Runs of a CronJob in a row that failed; 2. */
        cronFailedCount?: number;
        /** One failed run is enough where the next is this far away; 12 hours. */
        cronRare?: HumanDuration | string;
        /** A run of a CronJob is never missed before this; 10 minutes. */
        cronMissedMin?: HumanDuration | string;
        /** A run of a CronJob is missed after this share of its interval; 0.1. */
        cronMissedShare?: number;
        /** An autoscaler gets no metrics for this long; 15 minutes. */
        autoscalerBlindAfter?: HumanDuration | string;
        /** An autoscaler is at its maximum for this long; 15 minutes. */
        autoscalerMaxedAfter?: HumanDuration | string;
        /** A volume is not provided for this long; 5 minutes. */
        volumePendingAfter?: HumanDuration | string;
        /** A node is not ready for this long; 2 minutes. */
        nodeNotReadyAfter?: HumanDuration | string;
        /** A custom resource says of itself that it is not well for this long; 2 minutes. */
        customNotReadyAfter?: HumanDuration | string;
        /** More workloads than this make a note of how much a selector matches; 50. */
        broadWorkloadsCount?: number;
        /** So do more pods than this; 1000. */
        broadPodsCount?: number;
      };
      flapping?: {
        /** Settled changes between good and bad that make a status flap; 4. */
        changes?: number;
        /** Within this time; an hour. */
        window?: HumanDuration | string;
        /** It is over after this time without a change; 30 minutes. */
        quiet?: HumanDuration | string;
      };
      /** How long a stale `ok` is believed, by aspect: `pipelines: 24 hours`. */
      decay?: {
        [aspect: string]: HumanDuration | string;
      };
    };
  };
}
