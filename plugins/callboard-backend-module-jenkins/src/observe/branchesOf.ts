import { branchOf } from '../api/jobPath';
import type { ToOurs } from '../facts/ToOurs';
import { resultOf } from '../facts/toRun';
import type { JobNode } from './JobNode';

/** Most branches that are shown, the newest. */
const MAX_BRANCHES_COUNT = 30;

/** A branch as a line of a list. A type, not an interface: it is stored as JSON. */
export type BranchSummary = {
  readonly name: string;
  readonly url: string;
  /** Of its newest run. */
  readonly number: number;
  readonly startedAt: number;
  readonly result: string;
};

/** The branches of a multibranch project that were built, newest first. */
export function branchesOf(
  { children }: JobNode,
  options: { jobUrl: string; toOurs: ToOurs },
): readonly BranchSummary[] {
  const { jobUrl, toOurs } = options;
  return children
    .flatMap(({ leaf }): BranchSummary[] => {
      const newest = leaf.lastBuild ?? leaf.builds?.[0];
      return newest
        ? [
            {
              name: branchOf(leaf.name),
              url: `${jobUrl}job/${encodeURIComponent(leaf.name)}/`,
              number: newest.number,
              startedAt: toOurs(newest.timestamp),
              result: resultOf(newest) ?? 'running',
            },
          ]
        : [];
    })
    .sort((a, b) => b.startedAt - a.startedAt)
    .slice(0, MAX_BRANCHES_COUNT);
}
