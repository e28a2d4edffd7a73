import { useMemo } from 'react';
import { maskSecrets } from '@callboard/plugin-runbooks-common';
import { endDraftSchema, type EndDraft } from '../run/endDraft';
import { isWritten, stepDraftSchema, type StepDraft } from '../run/stepDraft';
import { useUnfinished, type Unfinished } from './useUnfinished';

const END = 'end';

/** What a person is writing about how a run ended. */
export interface KeptEnd {
  readonly draft: EndDraft;
  write(draft: EndDraft): void;
  drop(): void;
}

/** What a person is writing in a run, kept on this device until it is sent or thrown away. */
export function useRunDrafts(prefix: string): {
  /** About steps, by their numbers. */
  readonly steps: Unfinished<StepDraft>;
  readonly end: KeptEnd;
  readonly hasText: boolean;
  /** False where this device does not keep all of it. */
  readonly isKept: boolean;
} {
  const steps = useUnfinished({
    prefix: `${prefix}step/`,
    schema: stepDraftSchema,
    toKept: keptStep,
  });
  const ends = useUnfinished({
    prefix: `${prefix}end/`,
    schema: endDraftSchema,
    toKept: keptEnd,
  });
  const { items, set, drop } = ends;
  const draft = items.get(END);
  const ways = useMemo(
    () => ({
      write: (next: EndDraft) => set(END, next),
      drop: () => drop(END),
    }),
    [set, drop],
  );
  const end = { draft: draft ?? { note: '' }, ...ways };
  const hasText =
    [...steps.items.values()].some(isWritten) || end.draft.note !== '';
  return { steps, end, hasText, isKept: steps.isKept && ends.isKept };
}

function keptStep(draft: StepDraft): StepDraft | undefined {
  return isWritten(draft)
    ? {
        ...draft,
        note: maskSecrets(draft.note),
        evidence: maskSecrets(draft.evidence),
      }
    : undefined;
}

function keptEnd({ outcome, note }: EndDraft): EndDraft | undefined {
  return outcome || note ? { outcome, note: maskSecrets(note) } : undefined;
}
