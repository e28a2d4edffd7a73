import type { RunStep } from '@callboard/plugin-runbooks-common';
import type { RunKeys } from '../../hooks/useRunKeys';
import type { Unfinished } from '../../hooks/useUnfinished';
import type { StepDraft } from '../../run/stepDraft';
import type { StepActions } from './useStepActions';

/** What the keys do: they act on the step that is active, and not while its form is open. */
export function stepKeys(options: {
  readonly steps: readonly RunStep[];
  readonly active: number | undefined;
  /** Nobody, or not this person, may change anything. */
  readonly isReadOnly: boolean;
  readonly drafts: Unfinished<StepDraft>;
  readonly actions: StepActions;
  copy(): void;
  onFinish(): void;
  onKeys(): void;
}): RunKeys {
  const { steps, active, isReadOnly, drafts, actions } = options;
  const { copy, onFinish, onKeys } = options;
  if (isReadOnly) {
    return { '?': onKeys };
  }
  const at = steps.findIndex(({ n }) => n === active);
  const step = steps.at(at);
  const go = (to: number) => () => {
    const next = steps.at(Math.min(Math.max(to, 0), steps.length - 1));
    if (next) {
      actions.go(next.n);
    }
  };
  const ways = {
    j: go(at + 1),
    k: go(at < 0 ? steps.length - 1 : at - 1),
    f: onFinish,
    '?': onKeys,
  };
  if (at < 0 || !step || drafts.items.has(String(step.n))) {
    return ways;
  }
  const { n, state } = step;
  return {
    ...ways,
    c: copy,
    e: () => actions.begin(n),
    o: () => actions.set(n, 'open'),
    ...(state === 'open' && {
      d: () => actions.set(n, 'done'),
      s: () => actions.begin(n, 'skipped'),
      n: () => actions.begin(n, 'failed'),
      a: () => actions.begin(n, 'not-applicable'),
    }),
  };
}
