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
