import type { JobSpec } from './JobSubject';

/** The branch that decides about a multibranch project. */
const DEFAULT_BRANCH_ANNOTATION = 'callboard.io/default-branch';

/** Longest name of a branch that git servers take. */
const MAX_BRANCH_LENGTH_COUNT = 255;

/** What the entity says about all of its jobs. */
export function serviceHints(
  annotations: Readonly<Record<string, string>>,
): Pick<JobSpec, 'defaultBranch' | 'cadenceMs'> {
  const branch = annotations[DEFAULT_BRANCH_ANNOTATION]?.trim();
  return branch && branch.length <= MAX_BRANCH_LENGTH_COUNT
    ? { defaultBranch: branch }
    : {};
}
