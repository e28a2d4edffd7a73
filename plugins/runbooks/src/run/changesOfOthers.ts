import type { Run, RunStep } from '@callboard/plugin-runbooks-common';

/** What somebody else did with a step. */
export interface ChangeOfOther {
  readonly n: number;
  readonly state: RunStep['state'];
  readonly by: string;
}

/** What others did with the steps of a run between two looks at it. */
export function changesOfOthers(
  before: Pick<Run, 'steps'>,
  options: { readonly after: Pick<Run, 'steps'>; readonly me: string },
): ChangeOfOther[] {
  return options.after.steps.flatMap(({ n, state, by }, at) => {
    const known = before.steps.at(at);
    const isNew = known?.state !== state || known.by !== by;
    return isNew && by !== undefined && by !== options.me
      ? [{ n, state, by }]
      : [];
  });
}
