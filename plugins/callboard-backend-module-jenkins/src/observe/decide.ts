import {
  chooseDecidingJobs,
  type ChooseDecidingJobsOptions,
  type PipelineLeaf,
  type PipelineTree,
  type UndecidedJobs,
} from '@callboard/plugin-callboard-common';
import { branchOf, fullName } from '../api/jobPath';
import type { JobNode } from './JobNode';

/** A job that runs builds, and what people call it. */
export interface DecidingJob extends PipelineLeaf {
  readonly node: JobNode;
  /** The project that it is a branch of. */
  readonly project?: string;
}

/** Which jobs decide about what an entity names. */
export function decide(
  node: JobNode,
  options: ChooseDecidingJobsOptions & {
    readonly toOurs: (theirsMs: number) => number;
  },
): {
  readonly jobs: readonly DecidingJob[];
  readonly undecided: readonly UndecidedJobs[];
} {
  if (node.isTooLarge) {
    const job = fullName(node.path);
    return { jobs: [], undecided: [tooLarge(job)] };
  }
  return chooseDecidingJobs(treeOf(node, options.toOurs), options);
}

function tooLarge(job: string): UndecidedJobs {
  return {
    job,
    reason: 'ambiguous',
    message: `${job} holds more jobs than Jenkins can tell of at once; which of them decide is not clear`,
    hint: `Name the jobs that decide instead of the folder ${job}`,
    near: [],
  };
}

function treeOf(
  node: JobNode,
  toOurs: (theirsMs: number) => number,
): PipelineTree<DecidingJob> {
  const job = fullName(node.path);
  switch (node.kind) {
    case 'multibranch':
      return {
        kind: 'multibranch',
        job,
        children: node.children
          .filter(({ kind }) => kind === 'job')
          .map(child => leafOf(child, { toOurs, project: job })),
      };
    case 'folder':
      return {
        kind: 'folder',
        job,
        children: node.children.map(child => treeOf(child, toOurs)),
      };
    default:
      return leafOf(node, { toOurs });
  }
}

function leafOf(
  node: JobNode,
  options: { toOurs: (theirsMs: number) => number; project?: string },
): DecidingJob {
  const { toOurs, project } = options;
  const { lastBuild, builds, buildable } = node.leaf;
  const newest = lastBuild ?? builds?.[0];
  return {
    kind: 'leaf',
    job: fullName(node.path),
    name: branchOf(node.path[node.path.length - 1]),
    buildable: buildable !== false,
    ...(newest && { lastBuiltAt: toOurs(newest.timestamp) }),
    node,
    ...(project !== undefined && { project }),
  };
}
