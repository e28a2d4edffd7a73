import type { RunStep } from '@callboard/plugin-runbooks-common';
import { progressOf } from './progressOf';

/** A step that a person went to. */
export interface ChosenStep {
  readonly n: number;
  /** It was not open when they did: then they have something to do with it nevertheless. */
  readonly wasHandled: boolean;
}

/** The step that buttons and keys are about: the one that was gone to, else the one to do now. */
export function activeStep(
  steps: readonly RunStep[],
  chosen: ChosenStep | undefined,
): number | undefined {
  const step = steps.find(({ n }) => n === chosen?.n);
  return step && (chosen?.wasHandled || step.state === 'open')
    ? step.n
    : progressOf({ steps }).current;
}

/** Where somebody goes on who has handled a step: the next open one that nobody else is on. */
export function stepAfter(
  steps: readonly RunStep[],
  options: { readonly n: number; readonly by: string },
): number | undefined {
  return steps.find(
    ({ n, state, by }) =>
      n > options.n &&
      state === 'open' &&
      (by === undefined || by === options.by),
  )?.n;
}
