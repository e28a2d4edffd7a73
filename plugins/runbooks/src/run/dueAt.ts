import type { ParsedRunbook, Run } from '@callboard/plugin-runbooks-common';

/**
 * Until when the step that is under way should be over, in epoch milliseconds: it began when the
 * one before it was handled, or the run. Undefined where it has no time box.
 */
export function dueAt(
  run: Run,
  step: ParsedRunbook['steps'][number] | undefined,
): number | undefined {
  if (step?.timeBoxMs === undefined) {
    return undefined;
  }
  const taken = run.steps.find(({ n }) => n === step.n)?.at;
  const handled = run.steps
    .filter(({ n, state }) => n < step.n && state !== 'open')
    .flatMap(({ at }) => (at === undefined ? [] : [Date.parse(at)]));
  const began = taken
    ? Date.parse(taken)
    : Math.max(Date.parse(run.startedAt), ...handled);
  return began + step.timeBoxMs;
}
