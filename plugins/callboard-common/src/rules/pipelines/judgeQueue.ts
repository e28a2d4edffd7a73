import { FindingDraft } from '../../words';
import { toInstant } from '../instants';
import { plainText } from '../plainText';
import { PipelineFacts } from './facts';
import { readHistory } from './history';
import { JudgePipelineOptions } from './judgePipeline';
import { DEFAULT_PIPELINE_THRESHOLDS } from './thresholds';
import { isStuckInQueue } from './waitRules';

/**
 * The finding on a source in whose queue many jobs are stuck: it is one event, not one a job.
 * Where it finds something, judge the jobs with `queueStuckOnSource`.
 * @public
 */
export function judgeQueue(
  jobs: readonly PipelineFacts[],
  options: Pick<JudgePipelineOptions, 'now' | 'thresholds'>,
): FindingDraft | undefined {
  const { now, thresholds = DEFAULT_PIPELINE_THRESHOLDS } = options;
  const waits = jobs.flatMap(facts => {
    const context = { facts, history: readHistory(facts), now, thresholds };
    return facts.queue && !facts.disabled && isStuckInQueue(context)
      ? [facts.queue]
      : [];
  });
  if (waits.length < thresholds.queueStuckOnSourceCount) {
    return undefined;
  }
  return {
    code: 'queue-stuck',
    status: 'warning',
    message: `${waits.length} jobs wait in the queue: ${commonest(
      waits.map(({ why }) => plainText(why, 160)),
    )}`,
    hint: 'See whether agents with the label are online',
    since: toInstant(
      Math.min(...waits.map(wait => wait.since + thresholds.queueStuckAfterMs)),
    ),
    impact: 'delivery',
    params: { source: jobs[0].source, jobs: String(waits.length) },
    links: [],
  };
}

function commonest(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const [most] = [...counts].sort(
    ([a, x], [b, y]) => y - x || (a < b ? -1 : 1),
  );
  return most[0];
}
