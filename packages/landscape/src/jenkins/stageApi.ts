import { buildsOf, isRunning, locateBuild } from './jobBuilds';
import type { LocatedBuild } from './jobBuilds';
import type { Json } from './BeanModel';
import type { JenkinsBuild, JenkinsStage } from './items';
import type { LeafJob, Located } from './located';

const RUNS_SHOWN_COUNT = 10;
const FIRST_NODE_ID = 6;
const NODE_ID_STEP = 7;

function runStatus(build: JenkinsBuild): string {
  if (isRunning(build)) {
    return build.input ? 'PAUSED_PENDING_INPUT' : 'IN_PROGRESS';
  }
  return build.result === 'FAILURE' ? 'FAILED' : build.result ?? 'UNKNOWN';
}

/** Links of the stage API are paths, with the context path in front. */
function pathOf({ url }: LocatedBuild): string {
  return new URL(url).pathname.replace(/\/$/, '');
}

function stageJson(options: {
  stage: JenkinsStage;
  id: string;
  startedAt: number;
  runPath: string;
}): Json {
  const { stage, id, startedAt, runPath } = options;
  return {
    _links: {
      self: { href: `${runPath}/execution/node/${id}/wfapi/describe` },
    },
    id,
    name: stage.name,
    execNode: '',
    status: stage.status,
    ...(stage.error
      ? { error: { message: stage.error, type: 'hudson.AbortException' } }
      : {}),
    startTimeMillis: startedAt,
    durationMillis: stage.durationMs,
    pauseDurationMillis: 0,
  };
}

/** `/job/x/12/wfapi/describe` of the pipeline-rest-api plugin. */
export function describeRun(located: LocatedBuild): Json {
  const { build, job } = located;
  const runPath = pathOf(located);
  const { now } = job.view;
  const durationMs = build.durationMs ?? Math.max(0, now - build.startedAt);
  let startedAt = build.startedAt;
  const stages = (build.stages ?? []).map((stage, index) => {
    const json = stageJson({
      stage,
      id: String(FIRST_NODE_ID + index * NODE_ID_STEP),
      startedAt,
      runPath,
    });
    startedAt += stage.durationMs;
    return json;
  });
  const isPaused = isRunning(build) && build.input !== undefined;
  return {
    _links: {
      self: { href: `${runPath}/wfapi/describe` },
      ...(isPaused
        ? {
            pendingInputActions: {
              href: `${runPath}/wfapi/pendingInputActions`,
            },
          }
        : {}),
    },
    id: String(build.number),
    name: `#${build.number}`,
    status: runStatus(build),
    startTimeMillis: build.startedAt,
    endTimeMillis: build.startedAt + durationMs,
    durationMillis: durationMs,
    queueDurationMillis: 0,
    pauseDurationMillis: isPaused && build.input ? now - build.input.since : 0,
    stages,
  };
}

/** `/job/x/wfapi/runs` */
export function describeRuns(job: Located<LeafJob>): Json {
  return buildsOf(job)
    .slice(0, RUNS_SHOWN_COUNT)
    .map(build => describeRun(locateBuild(job, build)));
}

/** `/job/x/12/wfapi/pendingInputActions` */
export function pendingInputActions(located: LocatedBuild): Json {
  const { build } = located;
  if (!isRunning(build) || !build.input) {
    return [];
  }
  const inputPath = `${pathOf(located)}/input/Approve`;
  return [
    {
      id: 'Approve',
      proceedText: 'Proceed',
      message: build.input.message,
      inputs: [],
      proceedUrl: `${inputPath}/proceedEmpty`,
      abortUrl: `${inputPath}/abort`,
      redirectApprovalUrl: `${pathOf(located)}/input/`,
    },
  ];
}
