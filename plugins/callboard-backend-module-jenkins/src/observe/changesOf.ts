import { toInstant, type Change } from '@callboard/plugin-callboard-common';
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
  if (record.newCommits.length === 0) {
    return [];
  }
  const withCommit = record.runs.filter(({ commit }) => commit);
  const changed = withCommit.filter((run, index) => {
    const before = withCommit.at(index + 1);
    return (
      record.newCommits.includes(run.number) &&
      // The oldest run that is known may have built what was built before.
      (before ? before.commit !== run.commit : run.number === 1)
    );
  });
  const before = changed.find(({ startedAt }) => startedAt <= since);
  return changed
    .filter((run, index) => index < MAX_CHANGES_COUNT || run === before)
    .map(({ number, startedAt, commit, actor }) => ({
      key: `${record.key}#${number}`,
      kind: 'build',
      at: toInstant(startedAt),
      title: `Commit ${commit?.slice(
        0,
        SHORT_COMMIT_COUNT,
      )}, ${label} #${number}`,
      ...(actor && { actor }),
      url: `${record.jobUrl}${number}/`,
    }));
}
