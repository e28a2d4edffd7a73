import {
  runUrl,
  type Observation,
  type PipelineResult,
  type PipelineRun,
} from '@callboard/plugin-callboard-common';

/** A job of a service with its runs, newest first. */
export interface PipelineJob {
  readonly observation: Observation;
  /** What runs and changes may call it: as the entity names it, and the branch that decides. */
  readonly names: readonly string[];
  readonly runs: readonly PipelineRun[];
}

const RESULTS: readonly PipelineResult[] = [
  'success',
  'unstable',
  'failure',
  'aborted',
  'not-built',
];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** What an observation tells of one run is the source's own: a run that is none is left out. */
function isRun(value: unknown): value is PipelineRun {
  return (
    isRecord(value) &&
    typeof value.number === 'number' &&
    typeof value.startedAt === 'number' &&
    (value.result === undefined ||
      RESULTS.some(result => result === value.result)) &&
    (value.durationMs === undefined || typeof value.durationMs === 'number')
  );
}

/** The runs that an observation's detail holds, newest first. */
export function readRuns(detail: Record<string, unknown>): PipelineRun[] {
  const runsUrl =
    typeof detail.runsUrl === 'string' ? detail.runsUrl : undefined;
  return Array.isArray(detail.runs)
    ? detail.runs
        .filter(isRun)
        .sort((a, b) => b.number - a.number)
        .map(run => ({ ...run, url: runUrl(run, runsUrl) }))
    : [];
}

function namesOf({ subject, detail }: Observation): string[] {
  return typeof detail.decidingJob === 'string'
    ? [subject, detail.decidingJob]
    : [subject];
}

/** The jobs that have runs, in the order of the observations. */
export function pipelineJobs(
  observations: readonly Observation[],
): PipelineJob[] {
  return observations
    .map(observation => ({
      observation,
      names: namesOf(observation),
      runs: readRuns(observation.detail),
    }))
    .filter(({ runs }) => runs.length > 0);
}
