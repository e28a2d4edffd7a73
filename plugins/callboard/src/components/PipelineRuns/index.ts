export { PipelineRuns } from './PipelineRuns';
export { pipelineJobs } from './pipelineJobs';
export { RUN_TONES, runKind } from './layoutRuns';
export type { PipelineJob } from './pipelineJobs';
