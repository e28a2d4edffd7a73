import { Activity } from '../../words';
import { toInstant } from '../instants';
import { PipelineFacts } from './facts';
import { PipelineHistory } from './history';
import { pastInstant } from './ruling';

/** What goes on with a job; a person that is waited for comes first, then what runs. */
export function activityOf(options: {
  facts: PipelineFacts;
  history: PipelineHistory;
  now: number;
}): Activity | undefined {
  const { facts, history, now } = options;
  const since = (epochMs: number) => {
    const instant = pastInstant(epochMs, now);
    return instant && { since: instant };
  };
  const running = history.running.at(0);
  if (facts.input) {
    return {
      kind: 'waiting-for-person',
      message: running
        ? `#${running.number} waits for approval`
        : 'waits for approval',
      ...since(facts.input.since),
    };
  }
  if (running) {
    const { number, startedAt, estimatedMs } = running;
    return {
      kind: 'building',
      message: `building #${number}`,
      ...since(startedAt),
      ...(estimatedMs !== undefined &&
        estimatedMs > 0 && {
          expectedEndAt: toInstant(startedAt + estimatedMs),
        }),
    };
  }
  if (facts.queue) {
    return { kind: 'queued', message: 'queued', ...since(facts.queue.since) };
  }
  return undefined;
}
