import type { RunStep, StepChange } from '@callboard/plugin-runbooks-common';

/** A step, and at which revisions of its run it was changed last. */
export interface KnownStep {
  readonly step: RunStep;
  readonly stateRevision: number;
  readonly textRevision: number;
  /** When somebody last said of it, while it was open, that they are on it. */
  readonly takenRevision: number;
}

/** What a change does to a step. */
export interface StepJudgement {
  readonly setsState: boolean;
  /** Its state stays, and somebody else is on it. */
  readonly takes: boolean;
  readonly setsText: boolean;
  /** What was changed that the caller had not seen: then nothing is changed. */
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
  const { step, stateRevision, textRevision, takenRevision } = known;
  const { change, by } = options;
  const { state, note = step.note, evidence = step.evidence } = change;
  const { seen = Number.POSITIVE_INFINITY, own = {} } = change;
  const setsState = state !== undefined && state !== step.state;
  const takes = state === 'open' && !setsState && step.by !== by;
  const setsText =
    (note ?? '') !== (step.note ?? '') ||
    (evidence ?? '') !== (step.evidence ?? '');
  // What one did in another window is one's own, and not known here either.
  const stateKnown = step.by === by ? Math.max(seen, own.state ?? 0) : seen;
  const textKnown = step.textBy === by ? Math.max(seen, own.text ?? 0) : seen;
  const overtaken = () => {
    if ((setsState || takes) && stateRevision > stateKnown) {
      return 'state';
    }
    if (takes && takenRevision > stateKnown) {
      return 'state';
    }
    return setsText && textRevision > textKnown ? 'text' : undefined;
  };
  return { setsState, takes, setsText, overtaken: overtaken() };
}
