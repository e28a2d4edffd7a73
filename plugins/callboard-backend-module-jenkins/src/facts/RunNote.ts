/**
 * What is worth keeping about one run because it is expensive to ask for again. It never changes
 * once the run is over. Short keys: there are twenty of these for every job.
 */
export interface RunNote {
  /** Number of the run. */
  readonly n: number;
  /**
   * When it started by Jenkins' clock: a job that was made anew begins to count at 1 again. In whole
   * minutes, which are written in a third of the time that milliseconds take.
   */
  readonly t: number;
  /** It was taken while the run was under way, so that there may be more to know. */
  readonly b?: 1;
  /** Cause. */
  readonly c?: string;
  /** Commit. */
  readonly s?: string;
  /** Actor. */
  readonly a?: string;
  /** Test totals; null where there is no report. */
  readonly r?: {
    readonly failed: number;
    readonly skipped: number;
    readonly total: number;
  } | null;
  /** First stage that failed; null where nothing tells. */
  readonly f?: { readonly name: string } | null;
}

const MINUTE_MS = 60_000;

/** Notes belong to a run where its start agrees up to a correction of clocks. */
const SAME_RUN_TOLERANCE_MINUTES = 2 * 60;

/** The time of a note. */
export function toNoteTime(epochMs: number): number {
  return Math.round(epochMs / MINUTE_MS);
}

/** Whether a note is about a run with the same number, or about one of a job before it. */
export function isNoteOf(note: RunNote, startedAt: number): boolean {
  return Math.abs(note.t - toNoteTime(startedAt)) <= SAME_RUN_TOLERANCE_MINUTES;
}
