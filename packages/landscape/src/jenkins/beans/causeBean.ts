import { BeanModel } from '../BeanModel';
import type { ExportedBean } from '../BeanModel';
import type { JenkinsCause } from '../items';

const CLASS_NAMES: { readonly [kind in JenkinsCause['kind']]: string } = {
  timer: 'hudson.triggers.TimerTrigger$TimerTriggerCause',
  scm: 'hudson.triggers.SCMTrigger$SCMTriggerCause',
  push: 'jenkins.branch.BranchEventCause',
  indexing: 'jenkins.branch.BranchIndexingCause',
  user: 'hudson.model.Cause$UserIdCause',
  upstream: 'hudson.model.Cause$UpstreamCause',
};

function shortDescription(cause: JenkinsCause): string {
  switch (cause.kind) {
    case 'timer':
      return 'Started by timer';
    case 'scm':
      return 'Started by an SCM change';
    case 'push':
      return `Push event to branch ${cause.branch}`;
    case 'indexing':
      return 'Branch indexing';
    case 'user':
      return `Started by user ${cause.name}`;
    default:
      return `Started by upstream project "${cause.project}" build number ${cause.build}`;
  }
}

const model = BeanModel.create<JenkinsCause>({
  className: cause => CLASS_NAMES[cause.kind],
  properties: {
    shortDescription,
    userId: cause => (cause.kind === 'user' ? cause.id : undefined),
    userName: cause => (cause.kind === 'user' ? cause.name : undefined),
    upstreamBuild: cause =>
      cause.kind === 'upstream' ? cause.build : undefined,
    upstreamProject: cause =>
      cause.kind === 'upstream' ? cause.project : undefined,
    upstreamUrl: cause =>
      cause.kind === 'upstream'
        ? cause.project
            .split('/')
            .map(name => `job/${encodeURIComponent(name)}/`)
            .join('')
        : undefined,
  },
});

const actionModel = BeanModel.create<JenkinsCause>({
  className: 'hudson.model.CauseAction',
  properties: { causes: cause => [model.of(cause)] },
  summary: ['causes'],
});

/** The action of a build or a queue item that says what started it. */
export function causeActionBean(cause: JenkinsCause): ExportedBean {
  return actionModel.of(cause);
}
