import type { RunStep } from '@callboard/plugin-runbooks-common';

/** How far a run has come. */
export interface RunProgress {
  readonly total: number;
  /** Steps that are not open any more. */
  readonly handled: number;
  readonly skipped: number;
  /** The step to do now: the one that somebody is on, else the first open one. */
  readonly current?: number;
}

/** Says how far a run has come. */
export function progressOf({
  steps,
}: {
  readonly steps: readonly RunStep[];
}): RunProgress {
  const open = steps.filter(({ state }) => state === 'open');
  const current = open.find(({ by }) => by !== undefined) ?? open.at(0);
  return {
    total: steps.length,
    handled: steps.length - open.length,
    skipped: steps.filter(
      ({ state }) => state === 'skipped' || state === 'not-applicable',
    ).length,
    ...(current && { current: current.n }),
  };
}
