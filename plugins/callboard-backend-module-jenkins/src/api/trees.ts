/** Most runs that are asked for and shown. */
export const MAX_RUNS_COUNT = 20;

/**
 * What causes, commits and test totals come from. Every action of a run is looked at by Jenkins,
 * so these are asked for all runs only where they are not known yet.
 */
const ACTIONS =
  'actions[causes[shortDescription,userName],lastBuiltRevision[SHA1],remoteUrls,failCount,skipCount,totalCount]';

/** Of the newest run only, because it is the one that can wait. */
const LAST_ACTIONS = ACTIONS.replace(/\]$/, ',waitingForInput]');

const RUN = 'number,result,building,timestamp,duration';

/** Authors of the newest run only: Jenkins reads a change log for it from disk. */
const CHANGES = 'items[commitId,author[fullName]]';

const QUEUE = 'queueItem[why,inQueueSince]';

/** How much is asked of each run: numbers, or also where it came from. */
export type RunDepth = 'plain' | 'full';

function leaf(depth: RunDepth): string {
  const run = depth === 'full' ? `${RUN},${ACTIONS}` : RUN;
  return [
    'name,buildable',
    QUEUE,
    `builds[${run}]{0,${MAX_RUNS_COUNT}}`,
    `lastBuild[${RUN},estimatedDuration,${LAST_ACTIONS},changeSet[${CHANGES}],changeSets[${CHANGES}]]`,
    'lastSuccessfulBuild[timestamp]',
  ].join(',');
}

/** One job, and the branches in it where it is a multibranch project. */
export function jobTree(depth: RunDepth): string {
  return `_class,${leaf(depth)},jobs[_class,${leaf(depth)}]`;
}

/**
 * All jobs of a folder in one answer. `branches` asks for the runs of the jobs inside its jobs
 * too: the branches of multibranch projects.
 */
export function folderTree(options: {
  depth: RunDepth;
  branches: boolean;
}): string {
  const inner = options.branches
    ? `,jobs[_class,${leaf(options.depth)}]`
    : // The name alone tells a folder from a job.
      ',jobs[name]{0,1}';
  return `_class,jobs[_class,${leaf(options.depth)}${inner}]`;
}

/** Test totals of a run. */
export const TEST_REPORT_TREE = 'failCount,skipCount,passCount,totalCount';
