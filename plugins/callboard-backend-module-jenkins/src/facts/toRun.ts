import type {
  PipelineResult,
  PipelineRun,
} from '@callboard/plugin-callboard-common';
import type { JenkinsBuild } from '../api/JenkinsBuild';
import type { RunNote } from './RunNote';
import type { ToOurs } from './ToOurs';

const RESULTS: Readonly<Record<string, PipelineResult>> = {
  SUCCESS: 'success',
  UNSTABLE: 'unstable',
  FAILURE: 'failure',
  ABORTED: 'aborted',
  NOT_BUILT: 'not-built',
};

/** One run of a job, by our clock. */
export function toRun(options: {
  build: JenkinsBuild;
  /** How long Jenkins expects it to take. */
  estimatedMs: number | null | undefined;
  jobUrl: string;
  toOurs: ToOurs;
  note: RunNote | undefined;
}): PipelineRun {
  const { build, estimatedMs, jobUrl, toOurs, note } = options;
  const { number, timestamp, duration } = build;
  const result = resultOf(build);
  // Whole, because there are twenty for every job, and each property that comes later costs
  // another piece of memory; what is undefined is not written.
  const run: PipelineRun = {
    number,
    startedAt: toOurs(timestamp),
    result,
    durationMs: result && Math.max(0, duration ?? 0),
    cause: note?.c || undefined,
    commit: note?.s,
    actor: note?.a || undefined,
  };
  if (result && result !== 'failure' && !note?.f && !note?.r) {
    return run;
  }
  const url = `${jobUrl}${number}/`;
  return {
    ...run,
    // Jenkins says -1 where it has no runs to estimate from.
    estimatedMs:
      !result && estimatedMs && estimatedMs > 0 ? estimatedMs : undefined,
    logUrl: !result || result === 'failure' ? `${url}console` : undefined,
    failedStage: note?.f ? stageOf(note.f.name, url) : undefined,
    tests: note?.r ? testsOf(note.r, url) : undefined,
  };
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
