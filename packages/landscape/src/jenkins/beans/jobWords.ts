import type { JenkinsItem, JenkinsResult } from '../items';
import { buildsOf, isRunning } from '../jobBuilds';
import type { LeafJob, Located } from '../located';

const CLASS_NAMES: { readonly [kind in JenkinsItem['kind']]: string } = {
  folder: 'com.cloudbees.hudson.plugins.folder.Folder',
  organization: 'jenkins.branch.OrganizationFolder',
  multibranch:
    'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject',
  pipeline: 'org.jenkinsci.plugins.workflow.job.WorkflowJob',
  freestyle: 'hudson.model.FreeStyleProject',
  matrix: 'hudson.matrix.MatrixProject',
};

export function jobClassName(kind: JenkinsItem['kind']): string {
  return CLASS_NAMES[kind];
}

const COLORS: { readonly [result in JenkinsResult]: string } = {
  SUCCESS: 'blue',
  UNSTABLE: 'yellow',
  FAILURE: 'red',
  NOT_BUILT: 'notbuilt',
  ABORTED: 'aborted',
};

/** `blue`, `red_anime`, `disabled` …: `hudson.model.BallColor`, of the last completed build. */
export function jobColor(job: Located<LeafJob>): string {
  const builds = buildsOf(job);
  const result = builds.find(build => !isRunning(build))?.result;
  const still = result ? COLORS[result] : 'notbuilt';
  const color = job.item.disabled ? 'disabled' : still;
  return builds[0] && isRunning(builds[0]) ? `${color}_anime` : color;
}
