export type { PipelineFacts, PipelineResult, PipelineRun } from './facts';
export {
  DEFAULT_PIPELINE_THRESHOLDS,
  type PipelineThresholds,
} from './thresholds';
export { judgePipeline, type JudgePipelineOptions } from './judgePipeline';
export { judgeQueue } from './judgeQueue';
