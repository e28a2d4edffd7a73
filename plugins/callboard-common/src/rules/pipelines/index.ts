export type { PipelineFacts, PipelineResult, PipelineRun } from './facts';
