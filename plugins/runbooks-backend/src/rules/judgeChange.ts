import type { RunStep, StepChange } from '@callboard/plugin-runbooks-common';

/** A step, and at which revisions of its run it was changed last. */
export interface KnownStep {
  readonly step: RunStep;
  readonly stateRevision: number;
  readonly textRevision: number;
}

/** What a change does to a step. */
export interface StepJudgement {
  readonly setsState: boolean;
  /** Its state stays, and somebody else is on it. */
  readonly takes: boolean;
  readonly setsText: boolean;
  /** What somebody changed that the caller had not seen: then nothing is changed. */
  readonly overtaken?: 'state' | 'text';
}

/**
 * Says what a change does to a step. A state that is there already stays with whoever set it first,
 * and so does everything that is there already: a change that comes twice is one change.
 */
export function judgeChange(
  known: KnownStep,
  options: { readonly change: StepChange; readonly by: string },
): StepJudgement {
  const { step, stateRevision, textRevision } = known;
  const { change, by } = options;
  const { state, note = step.note, evidence = step.evidence } = change;
  const { seen = Number.POSITIVE_INFINITY } = change;
  const setsState = state !== undefined && state !== step.state;
  const setsText =
    (note ?? '') !== (step.note ?? '') ||
    (evidence ?? '') !== (step.evidence ?? '');
  const overtaken = () => {
    if (setsState && stateRevision > seen) {
      return 'state';
    }
    return setsText && textRevision > seen ? 'text' : undefined;
  };
  return {
    setsState,
    takes: state === 'open' && !setsState && step.by !== by,
    setsText,
    overtaken: overtaken(),
  };
}
