import type {
  PipelineResult,
  PipelineRun,
} from '@callboard/plugin-callboard-common';
import type { JenkinsBuild } from '../api/schemas';
import type { JenkinsClock } from '../observe/JenkinsClock';
import type { RunNote } from './RunNote';

const RESULTS: Readonly<Record<string, PipelineResult>> = {
  SUCCESS: 'success',
  UNSTABLE: 'unstable',
  FAILURE: 'failure',
  ABORTED: 'aborted',
  NOT_BUILT: 'not-built',
};

/** One run of a job, by our clock. */
export function toRun(options: {
  build: JenkinsBuild & { readonly estimatedDuration?: number | null };
  jobUrl: string;
  clock: JenkinsClock;
  note: RunNote | undefined;
}): PipelineRun {
  const { build, jobUrl, clock, note } = options;
  const { number, estimatedDuration } = build;
  const result = resultOf(build);
  const url = `${jobUrl}${number}/`;
  // Assigned one by one: this runs twenty times for every job, and spreading costs most of it.
  const run: Writable<PipelineRun> = {
    number,
    url,
    startedAt: clock.ours(build.timestamp),
  };
  if (result) {
    run.result = result;
    run.durationMs = Math.max(0, build.duration ?? 0);
  } else if (estimatedDuration && estimatedDuration > 0) {
    // Jenkins says -1 where it has no runs to estimate from.
    run.estimatedMs = estimatedDuration;
  }
  if (!result || result === 'failure') {
    run.logUrl = `${url}console`;
  }
  return note ? annotate(run, note, url) : run;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function annotate(
  run: Writable<PipelineRun>,
  { c, s, a, f, r }: RunNote,
  url: string,
): PipelineRun {
  if (c) {
    run.cause = c;
  }
  if (s) {
    run.commit = s;
  }
  if (a) {
    run.actor = a;
  }
  if (f) {
    run.failedStage = stageOf(f.name, url);
  }
  if (r) {
    run.tests = testsOf(r, url);
  }
  return run;
}

/** The stage that failed, as a run shows it. */
export function stageOf(
  name: string,
  runUrl: string,
): NonNullable<PipelineRun['failedStage']> {
  return { name, url: runUrl };
}

/** Test totals, as a run shows them. */
export function testsOf(
  totals: NonNullable<RunNote['r']>,
  runUrl: string,
): NonNullable<PipelineRun['tests']> {
  return {
    ...totals,
    ...(totals.failed > 0 && { url: `${runUrl}testReport/` }),
  };
}

/** Whether a run ended in a way that says how the job is. */
export function isDecisive({ result }: PipelineRun): boolean {
  return result === 'success' || result === 'unstable' || result === 'failure';
}

/**
 * A pipeline can set its result long before it ends, so a run that still builds has none. One that
 * has ended without a result never did its work.
 */
export function resultOf(build: JenkinsBuild): PipelineResult | undefined {
  if (build.building) {
    return undefined;
  }
  const result = build.result ? RESULTS[build.result] : undefined;
  return result ?? (build.building === false ? 'not-built' : undefined);
}
