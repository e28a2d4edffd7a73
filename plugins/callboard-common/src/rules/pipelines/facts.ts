/**
 * How a run of a pipeline ended; absent while it runs. The words are Jenkins' own
 * (`hudson.model.Result`), in lower case.
 * @public
 */
export type PipelineResult =
  | 'success'
  | 'unstable'
  | 'failure'
  | 'aborted'
  | 'not-built';

/**
 * One run of a pipeline. Times are epoch milliseconds. A type, not an interface: it is stored as
 * JSON.
 * @public
 */
export type PipelineRun = {
  readonly number: number;
  /** Its page, where `runsUrl` of the facts does not tell. */
  readonly url?: string;
  /** Absent while it runs. */
  readonly result?: PipelineResult;
  readonly startedAt: number;
  /** Absent while it runs. */
  readonly durationMs?: number;
  /** What the system expects it to take, where it runs. */
  readonly estimatedMs?: number;
  /** What started it: "Started by timer". */
  readonly cause?: string;
  readonly commit?: string;
  readonly actor?: string;
  /** Name of the first stage that failed, and its page. */
  readonly failedStage?: { readonly name: string; readonly url?: string };
  readonly tests?: {
    readonly failed: number;
    readonly skipped: number;
    readonly total: number;
    /** The report's page. */
    readonly url?: string;
  };
  /** Page of what it printed. */
  readonly logUrl?: string;
};

/**
 * What is known of one job (a leaf: the branch of a multibranch project that decides, a freestyle
 * job …), whichever system it runs on. Times are epoch milliseconds.
 * @public
 */
export interface PipelineFacts {
  /** Source and job as people know them: `jenkins/main`, `shop/checkout`. */
  readonly source: string;
  readonly job: string;
  /** What sentences call it: the branch where one decides (`main`), else the last part of the job. */
  readonly label: string;
  readonly url?: string;
  /** Switched off on purpose (Jenkins: `buildable=false`). */
  readonly disabled: boolean;
  /** The page of a run is this, its number and a slash: one text instead of twenty. */
  readonly runsUrl?: string;
  /** Newest first, running ones included; at most the last 20. */
  readonly runs: readonly PipelineRun[];
  /** Newest run of all that ended well, where it is older than `runs`. */
  readonly lastSuccessAt?: number;
  /** Waits for an agent or a lock; `why` holds nothing that changes while it waits. */
  readonly queue?: { readonly since: number; readonly why: string };
  /** Waits for a person's answer. */
  readonly input?: { readonly since: number; readonly url?: string };
  /** How often it is declared to run (`callboard.io/…` or the job's own trigger), milliseconds. */
  readonly cadenceMs?: number;
}
