import type { Run } from '@callboard/plugin-runbooks-common';

/** Fewer say nothing about the next. */
const RUNS_MIN_COUNT = 3;
/** Nobody goes through steps in less: it was written down when it was over. */
const RUN_MIN_MS = 60_000;

/** How long runs took that were for real and came to an end, in the middle; in milliseconds. */
export function usualDuration(runs: readonly Run[]): number | undefined {
  const durations = runs
    .flatMap(({ dryRun, outcome, startedAt, finishedAt }) =>
      !dryRun && outcome && finishedAt
        ? [Date.parse(finishedAt) - Date.parse(startedAt)]
        : [],
    )
    .filter(duration => duration >= RUN_MIN_MS)
    .sort((one, other) => one - other);
  return durations.length < RUNS_MIN_COUNT
    ? undefined
    : durations[Math.floor(durations.length / 2)];
}
