import type { Run } from '../words';

/**
 * Whether a run proves its runbook: everything in it was done by somebody other than the author of
 * the text. What did not apply proves nothing and disproves nothing; what was skipped is unproved.
 * @public
 */
export function verifies(run: Run, author: string): boolean {
  const steps = run.steps.filter(({ state }) => state !== 'not-applicable');
  return (
    run.finishedAt !== undefined &&
    run.finishedBy !== author &&
    run.outcome !== 'no-help' &&
    steps.length > 0 &&
    steps.every(({ state, by }) => state === 'done' && by !== author)
  );
}
