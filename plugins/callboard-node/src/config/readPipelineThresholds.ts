import type { Config } from '@backstage/config';
import {
  DEFAULT_PIPELINE_THRESHOLDS as DEFAULTS,
  type PipelineThresholds,
} from '@callboard/plugin-callboard-common';
import { RuleConfig } from './RuleConfig';

/**
 * The numbers of the pipeline rules, from `callboard.rules.pipelines`. Throws an InputError that
 * names the path where one cannot be used.
 * @public
 */
export function readPipelineThresholds(config: Config): PipelineThresholds {
  const rules = RuleConfig.read(config, {
    path: 'pipelines',
    known: [
      'abandonedAfter',
      'abortedCount',
      'overdueMin',
      'overdueFactor',
      'queueStuckAfter',
      'queueStuckOnSourceCount',
      'inputAfter',
      'cadenceFactor',
      'flakyFlipsCount',
      'flakyRunsCount',
      'folderBuiltWithin',
      'folderJobsMaxCount',
    ],
  });
  return {
    abandonedAfterMs: rules.durationMs(
      'abandonedAfter',
      DEFAULTS.abandonedAfterMs,
    ),
    abortedCount: rules.count('abortedCount', DEFAULTS.abortedCount),
    overdueMinMs: rules.durationMs('overdueMin', DEFAULTS.overdueMinMs),
    overdueFactor: rules.factor('overdueFactor', DEFAULTS.overdueFactor),
    queueStuckAfterMs: rules.durationMs(
      'queueStuckAfter',
      DEFAULTS.queueStuckAfterMs,
    ),
    queueStuckOnSourceCount: rules.count(
      'queueStuckOnSourceCount',
      DEFAULTS.queueStuckOnSourceCount,
    ),
    inputAfterMs: rules.durationMs('inputAfter', DEFAULTS.inputAfterMs),
    cadenceFactor: rules.factor('cadenceFactor', DEFAULTS.cadenceFactor),
    flakyFlipsCount: rules.count('flakyFlipsCount', DEFAULTS.flakyFlipsCount),
    flakyRunsCount: rules.count('flakyRunsCount', DEFAULTS.flakyRunsCount),
    folderBuiltWithinMs: rules.durationMs(
      'folderBuiltWithin',
      DEFAULTS.folderBuiltWithinMs,
    ),
    folderJobsMaxCount: rules.count(
      'folderJobsMaxCount',
      DEFAULTS.folderJobsMaxCount,
    ),
  };
}
