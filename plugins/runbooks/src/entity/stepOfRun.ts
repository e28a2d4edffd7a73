import type { Run } from '@callboard/plugin-runbooks-common';

/** Who is where in a run. */
export interface RunPlace {
  readonly by: string;
  /** Absent where every step has been gone through. */
  readonly step?: number;
}

/** Who is where in a run that goes on: at the step that somebody took, else at the first open one. */
export function stepOfRun(run: Run): RunPlace {
  const open = run.steps.filter(({ state }) => state === 'open');
  const taken = open.find(({ by }) => by !== undefined);
  const ticked = run.steps
    .filter(({ state }) => state !== 'open')
    .sort((one, other) => (other.at ?? '').localeCompare(one.at ?? ''))[0];
  return {
    by: taken?.by ?? ticked?.by ?? run.startedBy,
    step: (taken ?? open[0])?.n,
  };
}
