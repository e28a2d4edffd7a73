import type { Run } from '@callboard/plugin-runbooks-common';
import type { ChangeQueue } from './changeQueue';

/**
 * The revision as of which a person sees a step. Their own changes that wait to be sent hide what
 * others did with it since: then it is the revision that they saw when they made those.
 */
export function seenOf(
  run: Pick<Run, 'revision'>,
  options: { readonly queue: ChangeQueue; readonly n: number },
): number {
  const hiding = options.queue.filter(
    ({ n, refusal }) => n === options.n && !refusal,
  );
  return Math.min(
    run.revision,
    ...hiding.map(({ change: { seen = run.revision } }) => seen),
  );
}
