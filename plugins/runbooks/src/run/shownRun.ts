import type { Run, RunStep } from '@callboard/plugin-runbooks-common';
import type { ChangeQueue, PendingChange } from './changeQueue';

/** The run as its person sees it: with what waits to be sent, without what was refused. */
export function shownRun(
  run: Run,
  options: { readonly queue: ChangeQueue; readonly by: string },
): Run {
  const waiting = options.queue.filter(({ refusal }) => !refusal);
  if (waiting.length === 0 || run.finishedAt !== undefined) {
    return run;
  }
  return {
    ...run,
    steps: run.steps.map(step =>
      waiting
        .filter(({ n }) => n === step.n)
        .reduce((shown, pending) => changed(shown, pending, options.by), step),
    ),
  };
}

function changed(
  step: RunStep,
  { change, madeAtMs }: PendingChange,
  by: string,
): RunStep {
  const { state = step.state, note, evidence } = change;
  const setsWho =
    change.state !== undefined &&
    (state !== step.state || (state === 'open' && step.by !== by));
  return {
    ...step,
    state,
    ...(setsWho && { by, at: new Date(madeAtMs).toISOString() }),
    ...(note !== undefined && { note }),
    ...(evidence !== undefined && { evidence }),
  };
}
