export { JenkinsServer } from './JenkinsServer';
export type { JenkinsServerOptions } from './JenkinsServer';
export type { JenkinsCall, JenkinsCallKind } from './calls';
export type { JenkinsFault } from './faults';
export type {
  JenkinsAccess,
  JenkinsBranch,
  JenkinsBuild,
  JenkinsCause,
  JenkinsCommit,
  JenkinsFolder,
  JenkinsItem,
  JenkinsJob,
  JenkinsMultibranch,
  JenkinsQueueEntry,
  JenkinsResult,
  JenkinsStage,
} from './items';
