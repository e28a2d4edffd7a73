import {
  EVIDENCE_MAX_BYTES,
  STEP_STATES,
  type RunStep,
  type StepChange,
} from '@callboard/plugin-runbooks-common';
import { z } from 'zod';

const textSchema = z.object({ note: z.string(), evidence: z.string() });

/** What a person is writing about a step. */
export const stepDraftSchema = textSchema.extend({
  /** What the step becomes; absent where it is only written about. */
  state: z.enum(STEP_STATES).optional(),
  /** What was there when it began. */
  was: textSchema,
  /** The revision of the run when it began. */
  seen: z.number().int().min(1),
});

/** What a person is writing about a step. */
export type StepDraft = z.infer<typeof stepDraftSchema>;

/** Why a draft cannot be sent as it is. */
export type DraftProblem = 'reason-missing' | 'too-long';

/** Begins to write about a step, from what is there. */
export function beginDraft(
  step: RunStep,
  options: { readonly state?: StepDraft['state']; readonly seen: number },
): StepDraft {
  const { note = '', evidence = '' } = step;
  return { ...options, note, evidence, was: { note, evidence } };
}

/** Whether anything was written. */
export function isWritten({ note, evidence, was }: StepDraft): boolean {
  return note !== was.note || evidence !== was.evidence;
}

/** What keeps a draft from being sent. */
export function problemOf(draft: StepDraft): DraftProblem | undefined {
  const { state, note, evidence } = draft;
  if (new TextEncoder().encode(evidence).length > EVIDENCE_MAX_BYTES) {
    return 'too-long';
  }
  return state === 'skipped' && note.trim() === ''
    ? 'reason-missing'
    : undefined;
}

/** What is sent: only what the person changed. Undefined where that is nothing. */
export function toChange(
  draft: StepDraft,
): (StepChange & { readonly seen: number }) | undefined {
  const { state, evidence, was, seen } = draft;
  const note = draft.note.trim();
  const change = {
    ...(state !== undefined && { state }),
    ...(note !== was.note && { note }),
    ...(evidence !== was.evidence && { evidence }),
  };
  return Object.keys(change).length > 0 ? { ...change, seen } : undefined;
}
