import { toInstant, type Change } from '@callboard/plugin-callboard-common';
import type { JobRecord } from '../facts/JobRecord';

/** How much of a commit people read. */
const SHORT_COMMIT_COUNT = 7;

/** The runs that built a commit which the run before them had not: what was done to the service. */
export function changesOf(
  record: JobRecord,
  options: { label: string },
): readonly Change[] {
  const withCommit = record.runs.filter(({ commit }) => commit);
  return withCommit.flatMap((run, index): Change[] => {
    const before = withCommit.at(index + 1);
    const isChange =
      record.newCommits.has(run.number) &&
      // The oldest run that is known may have built what was built before.
      (before ? before.commit !== run.commit : run.number === 1);
    return isChange
      ? [
          {
            key: `${record.key}#${run.number}`,
            kind: 'build',
            at: toInstant(run.startedAt),
            title: `Build #${run.number} of ${
              options.label
            }, commit ${run.commit?.slice(0, SHORT_COMMIT_COUNT)}`,
            ...(run.actor && { actor: run.actor }),
            ...(run.url && { url: run.url }),
          },
        ]
      : [];
  });
}
