const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The numbers of the pipeline rules; config can change each of them. @public */
export interface PipelineThresholds {
  /** A red job that nobody built for this long is given up, in milliseconds. */
  readonly abandonedAfterMs: number;
  /** Newest runs in a row that stopped early. */
  readonly abortedCount: number;
  /** A run is never overdue before this, in milliseconds. */
  readonly overdueMinMs: number;
  /** A run is overdue after this many times its usual duration. */
  readonly overdueFactor: number;
  /** Waiting longer than this is stuck, in milliseconds. */
  readonly queueStuckAfterMs: number;
  /** Jobs that are stuck from which on the source is to blame. */
  readonly queueStuckOnSourceCount: number;
  /** Waiting longer than this for a person's answer, in milliseconds. */
  readonly inputAfterMs: number;
  /** A declared run is missed after this many times its cadence. */
  readonly cadenceFactor: number;
  /** Changes between good and bad that make a job flaky … */
  readonly flakyFlipsCount: number;
  /** … among this many of its newest completed runs. */
  readonly flakyRunsCount: number;
  /** Jobs of a folder count when they were built within this time, in milliseconds. */
  readonly folderBuiltWithinMs: number;
  /** A folder with more jobs than this does not say which of them decide. */
  readonly folderJobsMaxCount: number;
}

/** @public */
export const DEFAULT_PIPELINE_THRESHOLDS: PipelineThresholds = {
  abandonedAfterMs: 14 * DAY_MS,
  abortedCount: 3,
  overdueMinMs: 30 * MINUTE_MS,
  overdueFactor: 3,
  queueStuckAfterMs: 15 * MINUTE_MS,
  queueStuckOnSourceCount: 5,
  inputAfterMs: 4 * HOUR_MS,
  cadenceFactor: 1.5,
  flakyFlipsCount: 4,
  flakyRunsCount: 10,
  folderBuiltWithinMs: 30 * DAY_MS,
  folderJobsMaxCount: 20,
};
