export { PipelineRuns } from './PipelineRuns';
export { pipelineJobs } from './pipelineJobs';
export { RUN_TONES, runKind } from './runBars';
export type { PipelineJob } from './pipelineJobs';
