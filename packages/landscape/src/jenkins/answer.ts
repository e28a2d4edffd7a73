import type { ExportedBean, Json } from './BeanModel';
import { controllerBean, itemBean } from './beans/itemBeans';
import { buildBean } from './beans/buildBean';
import { crumbIssuerBean } from './beans/crumbIssuerBean';
import { queueBean, queueItemBean } from './beans/queueItemBean';
import { testReportBean } from './beans/testReportBean';
import { findItem, isFolderLike, isLeaf } from './findItem';
import type { JenkinsItem } from './items';
import { findBuild, locateBuild } from './jobBuilds';
import type { LocatedBuild } from './jobBuilds';
import { childrenOf, locate } from './located';
import type { AnyItem, JenkinsView } from './located';
import { accessDeniedPage, itemPage, notFoundPage, oopsPage } from './pages';
import type { JenkinsPage } from './pages';
import { prunerFor } from './pruners';
import { describeRun, describeRuns, pendingInputActions } from './stageApi';

export type JenkinsAnswer =
  | { readonly json: Json }
  | { readonly page: JenkinsPage };

export interface JenkinsRequest {
  /** Below the context path, as it was sent. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly items: readonly JenkinsItem[];
  readonly view: JenkinsView;
  /** Whether the pipeline-rest-api plugin is installed. */
  readonly stageApi: boolean;
}

/** What Jenkins answers to somebody who may come in. */
export function answer(request: JenkinsRequest): JenkinsAnswer {
  const segments = decodeSegments(request.path);
  if (!segments) {
    return { page: notFoundPage(request.path) };
  }
  const names: string[] = [];
  let at = 0;
  while (segments[at] === 'job' && segments[at + 1] !== undefined) {
    names.push(segments[at + 1]);
    at += 2;
  }
  const rest = segments.slice(at);
  if (names.length === 0) {
    return answerController(request, rest);
  }
  const found = findItem({ ...request, names });
  switch (found.kind) {
    case 'missing':
      return { page: notFoundPage(request.path) };
    case 'forbidden':
      return { page: accessDeniedPage(found.name) };
    default:
      return answerItem(request, found.at, rest);
  }
}

function decodeSegments(path: string): readonly string[] | undefined {
  try {
    return path
      .split('/')
      .filter(segment => segment !== '')
      .map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function exported(request: JenkinsRequest, bean: ExportedBean): JenkinsAnswer {
  try {
    return { json: bean.export(prunerFor(request.query)) };
  } catch (error) {
    return { page: oopsPage(`Malformed tree expression: ${error}`) };
  }
}

function answerController(
  request: JenkinsRequest,
  rest: readonly string[],
): JenkinsAnswer {
  switch (rest.join('/')) {
    case 'api/json':
      return exported(request, controllerBean(request));
    case 'queue/api/json':
      return exported(request, queueBean(queueItems(request)));
    case 'crumbIssuer/api/json':
      return exported(request, crumbIssuerBean());
    case '':
      return { page: itemPage('Dashboard') };
    default:
      return { page: notFoundPage(request.path) };
  }
}

function queueItems({ items, view }: JenkinsRequest): readonly ExportedBean[] {
  const beans: ExportedBean[] = [];
  const visit = (child: AnyItem): void => {
    if ((child.item.access ?? 'read') !== 'read') {
      return;
    }
    if (isFolderLike(child)) {
      childrenOf(child).forEach(visit);
    } else if (isLeaf(child) && child.item.queue) {
      beans.push(queueItemBean(child, child.item.queue));
    }
  };
  items.map(item => locate(item, view)).forEach(visit);
  return beans;
}

function answerItem(
  request: JenkinsRequest,
  at: AnyItem,
  rest: readonly string[],
): JenkinsAnswer {
  const missing = { page: notFoundPage(request.path) };
  if (rest.length === 0) {
    return { page: itemPage(at.fullDisplayName) };
  }
  if (rest.join('/') === 'api/json') {
    return exported(request, itemBean(at));
  }
  if (!isLeaf(at)) {
    return missing;
  }
  if (rest[0] === 'wfapi') {
    return request.stageApi && at.item.kind === 'pipeline' && rest[1] === 'runs'
      ? { json: describeRuns(at) }
      : missing;
  }
  const build = findBuild(at, rest[0]);
  return build
    ? answerBuild(request, locateBuild(at, build), rest.slice(1))
    : missing;
}

function answerBuild(
  request: JenkinsRequest,
  located: LocatedBuild,
  rest: readonly string[],
): JenkinsAnswer {
  const { build, job } = located;
  const hasStages = request.stageApi && job.item.kind === 'pipeline';
  switch (rest.join('/')) {
    case 'api/json':
      return exported(request, buildBean(located));
    case 'testReport/api/json':
      return build.tests && build.result !== undefined
        ? exported(request, testReportBean(build.tests))
        : { page: notFoundPage(request.path) };
    case 'wfapi':
    case 'wfapi/describe':
      return hasStages
        ? { json: describeRun(located) }
        : { page: notFoundPage(request.path) };
    case 'wfapi/pendingInputActions':
      return hasStages
        ? { json: pendingInputActions(located) }
        : { page: notFoundPage(request.path) };
    case '':
    case 'console':
    case 'input':
    case 'testReport':
      return {
        page: itemPage(`${job.fullDisplayName} #${build.number}`),
      };
    default:
      return { page: notFoundPage(request.path) };
  }
}
