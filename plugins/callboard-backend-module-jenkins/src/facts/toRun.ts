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

/** Jenkins says -1 where it has no runs to estimate from. */
const MIN_ESTIMATE_MS = 1;

/** One run of a job, by our clock. */
export function toRun(options: {
  build: JenkinsBuild & { readonly estimatedDuration?: number | null };
  jobUrl: string;
  clock: JenkinsClock;
  note: RunNote | undefined;
}): PipelineRun {
  const { build, jobUrl, clock, note } = options;
  const result = resultOf(build);
  const url = `${jobUrl}${build.number}/`;
  const { estimatedDuration } = build;
  const ends = result
    ? { result, durationMs: Math.max(0, build.duration ?? 0) }
    : {
        ...(estimatedDuration && estimatedDuration >= MIN_ESTIMATE_MS
          ? { estimatedMs: estimatedDuration }
          : {}),
      };
  return {
    number: build.number,
    url,
    startedAt: clock.ours(build.timestamp),
    ...ends,
    ...(note?.c && { cause: note.c }),
    ...(note?.s && { commit: note.s }),
    ...(note?.a && { actor: note.a }),
    ...(note?.f && { failedStage: { name: note.f.name, url } }),
    ...(note?.r && {
      tests: {
        ...note.r,
        ...(note.r.failed > 0 && { url: `${url}testReport/` }),
      },
    }),
    // Only where someone will want to read it: there are twenty runs for every job.
    ...((!result || result === 'failure') && { logUrl: `${url}console` }),
  };
}

/**
 * A pipeline can set its result long before it ends, so a run that still builds has none. One that
 * has ended without a result never did its work.
 */
export function resultOf(build: JenkinsBuild): PipelineResult | undefined {
  if (build.building) {
    return undefined;
  }
  const result = RESULTS[build.result?.toUpperCase() ?? ''];
  return result ?? (build.building === false ? 'not-built' : undefined);
}
