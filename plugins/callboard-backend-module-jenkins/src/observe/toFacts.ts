import {
  plainText,
  type PipelineFacts,
} from '@callboard/plugin-callboard-common';
import type { JobRecord } from '../facts/JobRecord';
import { steadyReason } from '../facts/steadyReason';
import type { DecidingJob } from './decide';
import type { JenkinsClock } from './JenkinsClock';
import type { PendingInput } from './PendingInputs';

/** What the rules look at, of one job that decides. */
export function toFacts(options: {
  /** `jenkins/main` */
  readonly source: string;
  readonly job: DecidingJob;
  readonly record: JobRecord;
  readonly clock: JenkinsClock;
  readonly input: PendingInput | undefined;
  readonly cadenceMs: number | undefined;
}): PipelineFacts {
  const { source, job, record, clock, input, cadenceMs } = options;
  const { leaf } = record;
  const success = leaf.lastSuccessfulBuild?.timestamp;
  const queuedAt = leaf.queueItem?.inQueueSince;
  return {
    source,
    job: job.project ?? job.job,
    label: plainText(job.name),
    url: record.jobUrl,
    disabled: !job.buildable,
    runs: record.runs,
    ...(success ? { lastSuccessAt: clock.ours(success) } : {}),
    ...(queuedAt
      ? {
          queue: {
            since: clock.ours(queuedAt),
            why: steadyReason(leaf.queueItem?.why),
          },
        }
      : {}),
    ...(input
      ? {
          input: {
            since: input.since,
            url: `${record.jobUrl}${input.number}/input/`,
          },
        }
      : {}),
    ...(cadenceMs ? { cadenceMs } : {}),
  };
}
