import { BeanModel } from '../BeanModel';
import type { ExportedBean } from '../BeanModel';
import { isRunning } from '../jobBuilds';
import type { LocatedBuild } from '../jobBuilds';
import { causeActionBean } from './causeBean';

/** An action that exports nothing: `{}` on the wire, and there are many. */
export const opaqueAction: ExportedBean = { export: () => ({}) };

interface Revision {
  readonly sha1: string;
  readonly branch: string;
}

// Revision and Branch are declared types of their fields, so neither carries a `_class`.
const branchModel = BeanModel.create<Revision>({
  properties: {
    SHA1: revision => revision.sha1,
    name: revision => `refs/remotes/origin/${revision.branch}`,
  },
  summary: ['SHA1', 'name'],
});

const revisionModel = BeanModel.create<Revision>({
  properties: {
    SHA1: revision => revision.sha1,
    branch: revision => [branchModel.of(revision)],
  },
  summary: ['SHA1', 'branch'],
});

const buildDataModel = BeanModel.create<Revision & { remoteUrl: string }>({
  className: 'hudson.plugins.git.util.BuildData',
  properties: {
    lastBuiltRevision: data => revisionModel.of(data),
    remoteUrls: data => [data.remoteUrl],
    scmName: () => '',
  },
  summary: ['lastBuiltRevision', 'remoteUrls', 'scmName'],
});

const testResultActionModel = BeanModel.create<{
  readonly failed: number;
  readonly skipped: number;
  readonly total: number;
}>({
  className: 'hudson.tasks.junit.TestResultAction',
  properties: {
    failCount: tests => tests.failed,
    skipCount: tests => tests.skipped,
    totalCount: tests => tests.total,
    urlName: () => 'testReport',
  },
  summary: ['failCount', 'skipCount', 'totalCount', 'urlName'],
});

// Exported since pipeline-input-step 449; the class stays after the question was answered.
const inputActionModel = BeanModel.create<boolean>({
  className: 'org.jenkinsci.plugins.workflow.support.steps.input.InputAction',
  properties: { waitingForInput: waiting => waiting },
  summary: ['waitingForInput'],
});

/** The actions of a build, among them those that say nothing. */
export function buildActionBeans({
  build,
  job,
}: LocatedBuild): readonly ExportedBean[] {
  // Each is read once: a build may compute them when asked.
  const { cause, commit, tests, input } = build;
  const actions: ExportedBean[] = [];
  if (cause) {
    actions.push(causeActionBean(cause));
  }
  actions.push(opaqueAction);
  if (commit) {
    const isBranch = job.parent?.item.kind === 'multibranch';
    const repository = isBranch ? job.parent?.fullName : job.fullName;
    actions.push(
      buildDataModel.of({
        sha1: commit,
        branch: isBranch ? job.item.name : 'main',
        remoteUrl: `https://git.fernway.example/${repository}.git`,
      }),
    );
  }
  if (tests && !isRunning(build)) {
    actions.push(testResultActionModel.of(tests));
  }
  if (input) {
    actions.push(inputActionModel.of(isRunning(build)));
  }
  actions.push(opaqueAction);
  return actions;
}
