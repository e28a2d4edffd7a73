import {
  toInstant,
  type Change,
  type PipelineRun,
} from '@callboard/plugin-callboard-common';
import type { JobRecord } from '../facts/JobRecord';

/** How much of a commit people read. */
const SHORT_COMMIT_COUNT = 7;

/** Most changes that are told at once, the newest: of a job that is met for the first time. */
const MAX_CHANGES_COUNT = 3;

/**
 * The runs that built a commit which the run before them had not: what was done to the service.
 * Of a job that is met for the first time these are the newest, and the last one before `since`,
 * when its status began: the one that people ask for.
 */
export function changesOf(
  record: JobRecord,
  options: { label: string; since?: number },
): readonly Change[] {
  const { label, since = Infinity } = options;
  const changes: Change[] = [];
  if (record.newCommits.length === 0) {
    return changes;
  }
  let isExplained = false;
  const { runs } = record;
  for (let index = 0; index < runs.length; index++) {
    if (isExplained && changes.length >= MAX_CHANGES_COUNT) {
      break;
    }
    const run = runs[index];
    const before = withCommitAfter(runs, index);
    const isChange =
      record.newCommits.includes(run.number) &&
      // The oldest run that is known may have built what was built before.
      (before ? before.commit !== run.commit : run.number === 1);
    const explains: boolean =
      isChange && !isExplained && run.startedAt <= since;
    if (explains || (isChange && changes.length < MAX_CHANGES_COUNT)) {
      changes.push(changeOf(run, { record, label }));
    }
    isExplained ||= explains;
  }
  return changes;
}

/** The run before one that built a commit; the list is newest first. */
function withCommitAfter(
  runs: readonly PipelineRun[],
  index: number,
): PipelineRun | undefined {
  for (let next = index + 1; next < runs.length; next++) {
    if (runs[next].commit) {
      return runs[next];
    }
  }
  return undefined;
}

function changeOf(
  { number, startedAt, commit, actor }: PipelineRun,
  { record, label }: { record: JobRecord; label: string },
): Change {
  const shortCommit = commit?.slice(0, SHORT_COMMIT_COUNT);
  return {
    key: `${record.key}#${number}`,
    kind: 'build',
    at: toInstant(startedAt),
    title: `Commit ${shortCommit}, ${label} #${number}`,
    actor,
    url: `${record.jobUrl}${number}/`,
  };
}
