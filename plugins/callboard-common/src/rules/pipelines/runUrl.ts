import { PipelineRun } from './facts';

/** The page of a run, by itself or below the page of its runs; undefined where neither tells. @public */
export function runUrl(
  run: Pick<PipelineRun, 'number' | 'url'>,
  runsUrl: string | undefined,
): string | undefined {
  return run.url ?? (runsUrl && `${runsUrl}${run.number}/`);
}
