import { DEFAULT_BRANCH_ANNOTATION } from '../../annotations';
import { UnknownReason } from '../../words';
import { formatDuration } from '../formatDuration';
import { nearNames } from '../nearNames';
import { plainText } from '../plainText';
import { MultibranchProject, PipelineLeaf, PipelineTree } from './pipelineTree';
import { DEFAULT_PIPELINE_THRESHOLDS, PipelineThresholds } from './thresholds';

/** Branches that decide where nothing else says so, in this order. */
const USUAL_BRANCHES = ['main', 'master', 'trunk'] as const;

/** Why it is not clear which job decides. @public */
export interface UndecidedJobs {
  /** The project or folder that it is about. */
  readonly job: string;
  readonly reason: Extract<
    UnknownReason,
    'ambiguous' | 'not-found' | 'no-data'
  >;
  readonly message: string;
  readonly hint: string;
  /** Names that may have been meant. */
  readonly near: readonly string[];
}

/** Which jobs decide; a folder may have some that do, and projects where it is not clear. @public */
export interface DecidingJobs<L extends PipelineLeaf = PipelineLeaf> {
  readonly jobs: readonly L[];
  readonly undecided: readonly UndecidedJobs[];
}

/** What else the choice rests on. @public */
export interface ChooseDecidingJobsOptions {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Value of `callboard.io/default-branch`. */
  readonly defaultBranch?: string;
  readonly thresholds?: Pick<
    PipelineThresholds,
    'folderBuiltWithinMs' | 'folderJobsMaxCount'
  >;
}

/**
 * Chooses the jobs that decide about what a name stands for: a leaf itself, the main branch of a
 * multibranch project, what was built lately in a folder. Pull requests, feature branches and dead
 * branches never decide.
 * @public
 */
export function chooseDecidingJobs<L extends PipelineLeaf>(
  tree: PipelineTree<L>,
  options: ChooseDecidingJobsOptions,
): DecidingJobs<L> {
  if (isLeaf(tree)) {
    return { jobs: [tree], undecided: [] };
  }
  if (tree.kind === 'multibranch') {
    return chooseBranch(tree, options.defaultBranch);
  }
  const { now, thresholds = DEFAULT_PIPELINE_THRESHOLDS } = options;
  const { folderBuiltWithinMs, folderJobsMaxCount } = thresholds;
  const { jobs, undecided } = gather(tree.children, options);
  const lately = jobs.filter(
    ({ buildable, lastBuiltAt }) =>
      buildable &&
      lastBuiltAt !== undefined &&
      now - lastBuiltAt <= folderBuiltWithinMs,
  );
  const name = plainText(tree.job);
  if (lately.length > folderJobsMaxCount) {
    return nothing({
      job: tree.job,
      reason: 'ambiguous',
      message: `${name} holds ${lately.length} jobs that are built; which of them decide is not clear`,
      hint: `Name the jobs that decide, at most ${folderJobsMaxCount}, instead of the folder ${name}`,
      near: [],
    });
  }
  if (lately.length === 0 && undecided.length === 0) {
    return nothing({
      job: tree.job,
      reason: 'no-data',
      message: `No job in ${name} was built within ${formatDuration(
        folderBuiltWithinMs,
      )}`,
      hint: `Build one of the jobs in ${name}, or name another one`,
      near: [],
    });
  }
  return { jobs: lately, undecided };
}

function isLeaf<L extends PipelineLeaf>(tree: PipelineTree<L>): tree is L {
  return tree.kind === 'leaf';
}

function gather<L extends PipelineLeaf>(
  trees: readonly PipelineTree<L>[],
  options: ChooseDecidingJobsOptions,
): { jobs: L[]; undecided: UndecidedJobs[] } {
  const jobs: L[] = [];
  const undecided: UndecidedJobs[] = [];
  for (const tree of trees) {
    if (isLeaf(tree)) {
      jobs.push(tree);
    } else {
      const chosen =
        tree.kind === 'folder'
          ? gather(tree.children, options)
          : chooseBranch(tree, options.defaultBranch);
      jobs.push(...chosen.jobs);
      // A project without branches in a folder is no riddle, it is merely empty.
      undecided.push(
        ...chosen.undecided.filter(({ reason }) => reason !== 'no-data'),
      );
    }
  }
  return { jobs, undecided };
}

function chooseBranch<L extends PipelineLeaf>(
  project: MultibranchProject<L>,
  defaultBranch: string | undefined,
): DecidingJobs<L> {
  const { job, children } = project;
  const name = plainText(job);
  if (defaultBranch) {
    const named = children.find(child => child.name === defaultBranch);
    return named
      ? { jobs: [named], undecided: [] }
      : nothing(branchNotFound(project, defaultBranch));
  }
  // A branch that was deleted stays for a while, switched off.
  const alive = children.filter(child => child.buildable);
  const primary = alive.filter(child => child.primary);
  if (primary.length > 1) {
    const names = primary.map(child => plainText(child.name, 60));
    return nothing({
      job,
      reason: 'ambiguous',
      message: `${name} has ${primary.length} primary branches: ${names
        .slice(0, 5)
        .join(', ')}`,
      hint: `Add ${DEFAULT_BRANCH_ANNOTATION}: ${names[0]}`,
      near: names,
    });
  }
  const chosen = primary.at(0) ?? usualOf(alive) ?? usualOf(children);
  if (chosen) {
    return { jobs: [chosen], undecided: [] };
  }
  const newest = [...alive]
    .sort((a, b) => (b.lastBuiltAt ?? 0) - (a.lastBuiltAt ?? 0))
    .slice(0, 3)
    .map(child => plainText(child.name, 60));
  return nothing(
    children.length === 0
      ? {
          job,
          reason: 'no-data',
          message: `${name} has no branches`,
          hint: `See whether the scan of ${name} finds the repository's branches`,
          near: [],
        }
      : {
          job,
          reason: 'ambiguous',
          message: `${name} has no branch ${USUAL_BRANCHES.join(
            ', ',
          )}, so it is not clear which of its ${
            children.length
          } branches decides`,
          hint: `Add ${DEFAULT_BRANCH_ANNOTATION}: ${
            newest.at(0) ?? 'the branch'
          }`,
          near: newest,
        },
  );
}

function usualOf<L extends PipelineLeaf>(
  branches: readonly L[],
): L | undefined {
  for (const usual of USUAL_BRANCHES) {
    const found = branches.find(branch => branch.name === usual);
    if (found) {
      return found;
    }
  }
  return undefined;
}

function branchNotFound(
  { job, children }: MultibranchProject,
  defaultBranch: string,
): UndecidedJobs {
  const branch = plainText(defaultBranch, 60);
  const near = nearNames(
    defaultBranch,
    children.map(child => child.name),
  ).map(name => plainText(name, 60));
  const nearWords = near.length > 0 ? `; near: ${near.join(', ')}` : '';
  return {
    job,
    reason: 'not-found',
    message: `${plainText(job)} has no branch ${branch}`,
    hint: `Correct ${DEFAULT_BRANCH_ANNOTATION}: ${branch}${nearWords}`,
    near,
  };
}

function nothing<L extends PipelineLeaf>(
  undecided: UndecidedJobs,
): DecidingJobs<L> {
  return { jobs: [], undecided: [undecided] };
}
