import { formatDuration } from '../formatDuration';
import { toInstant } from '../instants';
import { plainText } from '../plainText';
import { PipelineRun } from './facts';
import {
  historyInputs,
  labelOf,
  pipelineFinding,
  PipelineContext,
  PipelineRule,
  sinceWords,
} from './ruling';

/** How long a run may take before it is overdue, in milliseconds. */
interface OverdueLimit {
  readonly limitMs: number;
  readonly usualMs?: number;
}

function overdueLimit(
  { history, thresholds }: PipelineContext,
  run: PipelineRun,
): OverdueLimit {
  const durations = history.decisive
    .flatMap(({ durationMs }) => durationMs ?? [])
    .sort((a, b) => a - b);
  // Systems write -1 or 0 where they have no estimate.
  const usualMs =
    run.estimatedMs !== undefined && run.estimatedMs > 0
      ? run.estimatedMs
      : durations.at(Math.floor(durations.length / 2));
  return {
    limitMs: Math.max(
      thresholds.overdueMinMs,
      thresholds.overdueFactor * (usualMs ?? 0),
    ),
    ...(usualMs !== undefined && { usualMs }),
  };
}

function overdueRun(context: PipelineContext): PipelineRun | undefined {
  // The run waits for a person then, which has a rule and a patience of its own.
  if (context.facts.input) {
    return undefined;
  }
  return context.history.running.find(
    run => context.now - run.startedAt > overdueLimit(context, run).limitMs,
  );
}

/** A run takes much longer than usual. */
export const buildOverdue: PipelineRule = context => {
  const { facts, now, thresholds } = context;
  const run = overdueRun(context);
  if (!run) {
    return undefined;
  }
  const { limitMs, usualMs } = overdueLimit(context, run);
  const usually = usualMs ? `, usually ${formatDuration(usualMs)}` : '';
  return {
    finding: pipelineFinding(context, {
      code: 'build-overdue',
      status: 'warning',
      message: `#${run.number} runs${sinceWords(run.startedAt, now)}${usually}`,
      hint: 'See whether it waits for a lock or an input, or whether its agent is dead',
      sinceMs: run.startedAt + limitMs,
      run,
      links: [{ title: `Console of #${run.number}`, url: run.logUrl }],
    }),
    summary: `${labelOf(facts)} #${run.number} is overdue`,
    explanation: {
      rule: 'A build runs for much longer than usual',
      threshold: `more than ${formatDuration(
        thresholds.overdueMinMs,
      )} and more than ${thresholds.overdueFactor} times the usual time`,
      inputs: [
        ...historyInputs(context),
        { name: 'Running build', value: `#${run.number}` },
        { name: 'Started', value: toInstant(run.startedAt) },
        {
          name: 'Usual time',
          value: usualMs ? formatDuration(usualMs) : 'not known',
        },
        { name: 'Overdue from', value: toInstant(run.startedAt + limitMs) },
      ],
      clears: 'when the build ends',
    },
  };
};

/**
 * Whether a job waits in the queue for too long. Behind a run of its own that takes its usual time
 * it does not: that is how busy jobs live.
 */
export function isStuckInQueue(context: PipelineContext): boolean {
  const { facts, history, now, thresholds } = context;
  const stuck =
    facts.queue !== undefined &&
    now - facts.queue.since >= thresholds.queueStuckAfterMs;
  const behindItself =
    history.running.length > 0 && !facts.input && !overdueRun(context);
  return stuck && !behindItself;
}

/** A build waits for an agent or a lock. */
export const queueStuck: PipelineRule = context => {
  const { facts, now, thresholds, queueStuckOnSource } = context;
  if (!facts.queue || !isStuckInQueue(context)) {
    return undefined;
  }
  const { since } = facts.queue;
  const why = plainText(facts.queue.why, 160);
  return {
    finding: pipelineFinding(context, {
      code: 'queue-stuck',
      status: queueStuckOnSource ? 'note' : 'warning',
      message: `Waits in the queue${sinceWords(since, now)}: ${why}`,
      hint: queueStuckOnSource
        ? 'Many jobs wait: see the source, not the job'
        : 'See whether an agent with the label is online, and who holds the lock',
      sinceMs: since + thresholds.queueStuckAfterMs,
    }),
    summary: 'stuck in the queue',
    explanation: {
      rule: 'A build waits in the queue for too long',
      threshold: formatDuration(thresholds.queueStuckAfterMs),
      inputs: [
        ...historyInputs(context),
        { name: 'Queued', value: toInstant(since) },
        { name: 'Waits for', value: why },
      ],
      clears: 'when the build begins',
    },
  };
};

/** A run is paused until a person answers, and nobody does. */
export const waitsForPerson: PipelineRule = context => {
  const { facts, history, now, thresholds } = context;
  if (!facts.input || now - facts.input.since < thresholds.inputAfterMs) {
    return undefined;
  }
  const { since, url } = facts.input;
  return {
    finding: pipelineFinding(context, {
      code: 'waits-for-person',
      status: 'warning',
      message: `Waits for approval${sinceWords(since, now)}`,
      hint: 'Approve it or abort it',
      sinceMs: since + thresholds.inputAfterMs,
      run: history.running.at(0),
      links: [{ title: 'Answer', url }],
    }),
    summary: 'waits for a person',
    explanation: {
      rule: 'A build is paused until a person answers',
      threshold: formatDuration(thresholds.inputAfterMs),
      inputs: [
        ...historyInputs(context),
        { name: 'Paused', value: toInstant(since) },
      ],
      clears: 'when someone answers, or the build ends',
    },
  };
};

/** A job that is declared to run regularly did not. */
export const buildMissed: PipelineRule = context => {
  const { facts, history, now, thresholds } = context;
  const { cadenceMs } = facts;
  const starts = facts.runs.map(run => run.startedAt);
  // What waits in the queue was triggered; whether it waits too long is another rule's matter.
  if (!cadenceMs || starts.length === 0 || facts.queue) {
    return undefined;
  }
  const lastStart = Math.max(...starts);
  const missedAt = lastStart + thresholds.cadenceFactor * cadenceMs;
  if (now <= missedAt || history.running.length > 0) {
    return undefined;
  }
  return {
    finding: pipelineFinding(context, {
      code: 'build-missed',
      status: 'warning',
      message: `The run that was due at ${toInstant(
        lastStart + cadenceMs,
      )} did not begin`,
      hint: 'See whether its trigger still exists and whether the controller was down',
      sinceMs: missedAt,
      params: { cadence: formatDuration(cadenceMs) },
    }),
    summary: `${labelOf(facts)} did not run when due`,
    explanation: {
      rule: 'A job that is declared to run regularly did not',
      threshold: `${
        thresholds.cadenceFactor
      } times its cadence of ${formatDuration(cadenceMs)}`,
      inputs: [
        ...historyInputs(context),
        { name: 'Last begun', value: toInstant(lastStart) },
        { name: 'Missed from', value: toInstant(missedAt) },
      ],
      clears: 'when it runs again',
    },
  };
};
