import { BeanModel } from '../BeanModel';
import type { ExportedBean, ExportedValue } from '../BeanModel';
import {
  buildsOf,
  estimatedDuration,
  isRunning,
  locateBuild,
} from '../jobBuilds';
import type { LocatedBuild } from '../jobBuilds';
import type { LeafJob } from '../located';
import { buildActionBeans } from './actionBeans';
import { changeSetBean, changeSetBeans } from './changeSetBean';

const CLASS_NAMES: { readonly [kind in LeafJob['kind']]: string } = {
  pipeline: 'org.jenkinsci.plugins.workflow.job.WorkflowRun',
  freestyle: 'hudson.model.FreeStyleBuild',
  matrix: 'hudson.matrix.MatrixBuild',
};

interface RunReference {
  readonly number: number;
  readonly url: string;
}

const referenceModel = BeanModel.create<RunReference>({
  properties: {
    number: reference => reference.number,
    url: reference => reference.url,
  },
  summary: ['number', 'url'],
});

const matrixRunModel = BeanModel.create<RunReference>({
  className: 'hudson.matrix.MatrixRun',
  properties: {
    number: reference => reference.number,
    url: reference => reference.url,
  },
  summary: ['number', 'url'],
});

function isPipeline({ job }: LocatedBuild): boolean {
  return job.item.kind === 'pipeline';
}

function neighbour(located: LocatedBuild, offset: number): ExportedValue {
  const builds = buildsOf(located.job);
  const at = builds.findIndex(({ number }) => number === located.build.number);
  const other = builds[at + offset];
  if (!other) {
    return null;
  }
  const { url } = locateBuild(located.job, other);
  return referenceModel.of({ number: other.number, url });
}

const model = BeanModel.create<LocatedBuild>({
  className: ({ job }) => CLASS_NAMES[job.item.kind],
  properties: {
    actions: buildActionBeans,
    artifacts: () => [],
    building: ({ build }) => isRunning(build),
    description: () => null,
    displayName: ({ build }) => `#${build.number}`,
    duration: ({ build }) => (isRunning(build) ? 0 : build.durationMs ?? 0),
    estimatedDuration,
    executor: () => null,
    fullDisplayName: ({ build, job }) =>
      `${job.fullDisplayName} #${build.number}`,
    id: ({ build }) => String(build.number),
    inProgress: ({ build }) => isRunning(build),
    keepLog: () => false,
    number: ({ build }) => build.number,
    queueId: ({ build }) => build.number,
    result: ({ build }) => build.result ?? null,
    timestamp: ({ build }) => build.startedAt,
    url: ({ url }) => url,
    builtOn: located => (isPipeline(located) ? undefined : 'linux-1'),
    changeSet: located =>
      isPipeline(located) ? undefined : changeSetBean(located),
    changeSets: located =>
      isPipeline(located) ? changeSetBeans(located) : undefined,
    culprits: () => [],
    nextBuild: located =>
      isPipeline(located) ? neighbour(located, -1) : undefined,
    previousBuild: located =>
      isPipeline(located) ? neighbour(located, 1) : undefined,
    runs: ({ build, job }) =>
      job.item.configurations?.map(configuration =>
        matrixRunModel.of({
          number: build.number,
          url: `${job.view.rootUrl}${job.path}${encodeURIComponent(
            configuration,
          )}/${build.number}/`,
        }),
      ),
  },
  summary: ['number', 'url'],
});

/** A build as `/job/x/12/api/json` shows it. */
export function buildBean(build: LocatedBuild): ExportedBean {
  return model.of(build);
}
