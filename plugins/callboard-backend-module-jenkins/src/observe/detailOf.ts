import type { JsonObject } from '@backstage/types';
import type { Verdict } from '@callboard/plugin-callboard-common';
import { branchOf } from '../api/jobPath';
import { resultOf } from '../facts/toRun';
import type { JenkinsClock } from './JenkinsClock';
import type { KnownJob } from './JobObserver';
import type { JobNode } from './JobNode';

/** Most branches that are shown, the newest. */
const MAX_BRANCHES_COUNT = 30;

interface JudgedJob extends KnownJob {
  readonly verdict: Verdict;
}

/**
 * What the service page shows of a job. Everything in it stays the same while nothing happens in
 * Jenkins, so that a round without news writes nothing.
 */
export function detailOf(options: {
  node: JobNode;
  clock: JenkinsClock;
  jobUrl: string;
  judged: readonly JudgedJob[];
  /** The one that the verdict is about. */
  decisive: JudgedJob | undefined;
}): JsonObject {
  const { node, clock, jobUrl, judged, decisive } = options;
  const input = decisive?.facts.input;
  return json({
    kind: node.kind,
    jobUrl,
    ...(decisive && {
      decidingJob: decisive.record.key,
      label: decisive.facts.label,
      runs: decisive.record.runs,
    }),
    ...(input && {
      input: {
        number: decisive?.record.leaf.lastBuild?.number,
        since: input.since,
      },
    }),
    ...(node.kind === 'multibranch' && {
      branches: branchesOf(node, { jobUrl, clock }),
    }),
    ...(judged.length > 1 && {
      jobs: judged.map(({ record, verdict }) => ({
        job: record.key,
        url: record.jobUrl,
        status: verdict.status,
        summary: verdict.summary,
      })),
    }),
  });
}

function branchesOf(
  node: JobNode,
  { jobUrl, clock }: { jobUrl: string; clock: JenkinsClock },
) {
  return node.children
    .flatMap(({ leaf }) => {
      const newest = leaf.lastBuild ?? leaf.builds?.[0];
      return newest
        ? [
            {
              name: branchOf(leaf.name),
              url: `${jobUrl}job/${encodeURIComponent(leaf.name)}/`,
              number: newest.number,
              startedAt: clock.ours(newest.timestamp),
              result: resultOf(newest) ?? 'running',
            },
          ]
        : [];
    })
    .sort((a, b) => b.startedAt - a.startedAt)
    .slice(0, MAX_BRANCHES_COUNT);
}

/** As it is stored: without what is undefined. */
function json(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value));
}
