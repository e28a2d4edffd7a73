export type { PipelineFacts, PipelineResult, PipelineRun } from './facts';
export {
  DEFAULT_PIPELINE_THRESHOLDS,
  type PipelineThresholds,
} from './thresholds';
export { judgePipeline, type JudgePipelineOptions } from './judgePipeline';
export { judgeQueue } from './judgeQueue';
export { newestFirst } from './newestFirst';
export { runUrl } from './runUrl';
export type {
  MultibranchProject,
  PipelineFolder,
  PipelineLeaf,
  PipelineTree,
} from './pipelineTree';
export {
  chooseDecidingJobs,
  type ChooseDecidingJobsOptions,
  type DecidingJobs,
  type UndecidedJobs,
} from './chooseDecidingJobs';
export {
  jobForbidden,
  jobNotConfigured,
  jobNotFound,
  jobUndecided,
  type NamedJob,
} from './namedJob';
