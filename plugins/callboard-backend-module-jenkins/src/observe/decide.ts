import {
  chooseDecidingJobs,
  type ChooseDecidingJobsOptions,
  type DecidingJobs,
  type PipelineLeaf,
  type PipelineTree,
} from '@callboard/plugin-callboard-common';
import { branchOf, fullName } from '../api/jobPath';
import type { ToOurs } from '../facts/ToOurs';
import type { JobNode } from './JobNode';

/** A job that runs builds, what people call it, and where it stands. */
export interface JobLeaf extends PipelineLeaf {
  readonly node: JobNode;
  /** The project that it is a branch of. */
  readonly project?: string;
}

/** Which jobs decide about what an entity names. */
export function decide(
  node: JobNode,
  options: ChooseDecidingJobsOptions & { readonly toOurs: ToOurs },
): DecidingJobs<JobLeaf> {
  return node.isTooLarge
    ? tooLarge(fullName(node.path))
    : chooseDecidingJobs(treeOf(node, options.toOurs), options);
}

function tooLarge(job: string): DecidingJobs<JobLeaf> {
  return {
    jobs: [],
    undecided: [
      {
        job,
        reason: 'ambiguous',
        message: `${job} holds more jobs than Jenkins can tell of at once; which of them decide is not clear`,
        hint: `Name the jobs that decide instead of the folder ${job}`,
        near: [],
      },
    ],
  };
}

function treeOf(node: JobNode, toOurs: ToOurs): PipelineTree<JobLeaf> {
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
  options: { toOurs: ToOurs; project?: string },
): JobLeaf {
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
