import {
  plainText,
  type PipelineFacts,
} from '@callboard/plugin-callboard-common';
import { steadyReason } from '../facts/steadyReason';
import type { DecidingJob } from './Found';
import type { PendingInput } from './PendingInputs';

/** What the rules look at, of one job that decides. */
export function toFacts(
  { record, name, project, disabled }: DecidingJob,
  options: {
    /** `jenkins/main` */
    readonly source: string;
    readonly input: PendingInput | undefined;
    readonly cadenceMs: number | undefined;
  },
): PipelineFacts {
  const { source, input, cadenceMs } = options;
  const { queue, lastSuccessAt, jobUrl } = record;
  return {
    source,
    job: project ?? record.key,
    label: plainText(name),
    url: jobUrl,
    runsUrl: jobUrl,
    disabled,
    runs: record.runs,
    ...(lastSuccessAt && { lastSuccessAt }),
    ...(queue && {
      queue: { since: queue.since, why: steadyReason(queue.why) },
    }),
    ...(input && {
      input: { since: input.since, url: `${jobUrl}${input.number}/input/` },
    }),
    ...(cadenceMs && { cadenceMs }),
  };
}
