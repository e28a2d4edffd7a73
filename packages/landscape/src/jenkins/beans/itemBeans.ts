import { BeanModel } from '../BeanModel';
import type { ExportedBean } from '../BeanModel';
import { isFolderLike, isLeaf } from '../findItem';
import type { JenkinsItem } from '../items';
import { buildsOf, findBuild, locateBuild } from '../jobBuilds';
import { childrenOf, locate } from '../located';
import type { AnyItem, JenkinsView, LeafJob, Located } from '../located';
import { opaqueAction } from './actionBeans';
import { buildBean } from './buildBean';
import { jobClassName, jobColor } from './jobWords';
import { queueItemBean } from './queueItemBean';

/** `builds` ends here, `allBuilds` does not. */
const BUILDS_SHOWN_COUNT = 100;

const objectMetadataModel = BeanModel.create<{ title: string; url: string }>({
  className: 'jenkins.scm.api.metadata.ObjectMetadataAction',
  properties: {
    objectDescription: () => null,
    objectDisplayName: ({ title }) => title,
    objectUrl: ({ url }) => url,
  },
  summary: ['objectDescription', 'objectDisplayName', 'objectUrl'],
});

const contributorModel = BeanModel.create<string>({
  className: 'jenkins.scm.api.metadata.ContributorMetadataAction',
  properties: {
    contributor: author => author.toLowerCase().replace(/ /g, '.'),
    contributorDisplayName: author => author,
    contributorEmail: () => null,
  },
  summary: ['contributor', 'contributorDisplayName', 'contributorEmail'],
});

/** Which branch is the primary one is an action too, but one that exports nothing. */
function itemActions({ item }: AnyItem): readonly ExportedBean[] {
  const pullRequest = 'pullRequest' in item ? item.pullRequest : undefined;
  return pullRequest
    ? [
        objectMetadataModel.of(pullRequest),
        contributorModel.of(pullRequest.author),
        opaqueAction,
      ]
    : [opaqueAction, opaqueAction];
}

const common = {
  actions: itemActions,
  description: ({ item }: AnyItem) => item.description ?? null,
  displayName: (at: AnyItem) => at.displayName,
  displayNameOrNull: ({ item }: AnyItem) => item.displayName ?? null,
  fullDisplayName: (at: AnyItem) => at.fullDisplayName,
  fullName: (at: AnyItem) => at.fullName,
  name: (at: AnyItem) => at.name,
  url: (at: AnyItem) => `${at.view.rootUrl}${at.path}`,
};

function permalink(name: string) {
  return (job: Located<LeafJob>) => {
    const build = findBuild(job, name);
    return build ? buildBean(locateBuild(job, build)) : null;
  };
}

const configurationModel = BeanModel.create<{
  job: Located<LeafJob>;
  name: string;
}>({
  className: 'hudson.matrix.MatrixConfiguration',
  properties: {
    name: ({ name }) => name,
    url: ({ job, name }) =>
      `${job.view.rootUrl}${job.path}${encodeURIComponent(name)}/`,
    color: ({ job }) => jobColor(job),
  },
  summary: ['name', 'url', 'color'],
});

const jobModel = BeanModel.create<Located<LeafJob>>({
  className: ({ item }) => jobClassName(item.kind),
  properties: {
    ...common,
    allBuilds: job =>
      buildsOf(job).map(build => buildBean(locateBuild(job, build))),
    buildable: ({ item }) => !item.disabled,
    builds: job =>
      buildsOf(job)
        .slice(0, BUILDS_SHOWN_COUNT)
        .map(build => buildBean(locateBuild(job, build))),
    color: jobColor,
    firstBuild: job => {
      const first = buildsOf(job).at(-1);
      return first ? buildBean(locateBuild(job, first)) : null;
    },
    healthReport: () => [],
    inQueue: ({ item }) => item.queue !== undefined,
    keepDependencies: () => false,
    lastBuild: permalink('lastBuild'),
    lastCompletedBuild: permalink('lastCompletedBuild'),
    lastFailedBuild: permalink('lastFailedBuild'),
    lastStableBuild: permalink('lastStableBuild'),
    lastSuccessfulBuild: permalink('lastSuccessfulBuild'),
    lastUnstableBuild: permalink('lastUnstableBuild'),
    lastUnsuccessfulBuild: permalink('lastUnsuccessfulBuild'),
    nextBuildNumber: job => (buildsOf(job)[0]?.number ?? 0) + 1,
    property: () => [],
    queueItem: job =>
      job.item.queue ? queueItemBean(job, job.item.queue) : null,
    concurrentBuild: ({ item }) => item.kind === 'pipeline',
    disabled: ({ item }) =>
      item.kind === 'pipeline' ? undefined : item.disabled ?? false,
    resumeBlocked: ({ item }) => (item.kind === 'pipeline' ? false : undefined),
    activeConfigurations: job =>
      job.item.configurations?.map(name =>
        configurationModel.of({ job, name }),
      ),
  },
  summary: ['name', 'url', 'color'],
  hidden: ['allBuilds'],
});

const viewModel = BeanModel.create<AnyItem | JenkinsView>({
  className: 'hudson.model.AllView',
  properties: {
    name: () => 'all',
    url: at => ('item' in at ? `${at.view.rootUrl}${at.path}` : at.rootUrl),
  },
  summary: ['name', 'url'],
});

const folderModel = BeanModel.create<AnyItem>({
  className: ({ item }) => jobClassName(item.kind),
  properties: {
    ...common,
    healthReport: () => [],
    jobs: at => (isFolderLike(at) ? listed(childrenOf(at)) : []),
    primaryView: folder => viewModel.of(folder),
    views: folder => [viewModel.of(folder)],
    sources: ({ item }) =>
      item.kind === 'multibranch' ? [opaqueAction] : undefined,
  },
  summary: ['name', 'url'],
});

/** AnyItem item as its own `/api/json` shows it. */
export function itemBean(at: AnyItem): ExportedBean {
  return isLeaf(at) ? jobModel.of(at) : folderModel.of(at);
}

/** What may not be read is not listed either. Jenkins keeps items by name, case aside. */
function listed(children: readonly AnyItem[]): readonly ExportedBean[] {
  return children
    .filter(({ item }) => (item.access ?? 'read') === 'read')
    .sort((a, b) => compareNames(a.name.toLowerCase(), b.name.toLowerCase()))
    .map(itemBean);
}

function compareNames(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

interface Controller {
  readonly view: JenkinsView;
  readonly items: readonly JenkinsItem[];
}

const controllerModel = BeanModel.create<Controller>({
  className: 'hudson.model.Hudson',
  properties: {
    assignedLabels: () => [],
    mode: () => 'NORMAL',
    nodeDescription: () => 'the Jenkins controller’s built-in node',
    nodeName: () => '',
    numExecutors: () => 0,
    description: () => null,
    jobs: ({ items, view }) => listed(items.map(item => locate(item, view))),
    primaryView: ({ view }) => viewModel.of(view),
    quietDownReason: () => null,
    quietingDown: () => false,
    slaveAgentPort: () => -1,
    url: ({ view }) => view.rootUrl,
    useCrumbs: () => true,
    useSecurity: () => true,
    views: ({ view }) => [viewModel.of(view)],
  },
});

/** The controller itself: `/api/json`. */
export function controllerBean(controller: Controller): ExportedBean {
  return controllerModel.of(controller);
}
