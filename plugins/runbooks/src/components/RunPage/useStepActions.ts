import { useMemo, useState } from 'react';
import useLatest from 'react-use/esm/useLatest';
import type { Run, StepState } from '@callboard/plugin-runbooks-common';
import type { RunChanges } from '../../hooks/useRunChanges';
import type { Unfinished } from '../../hooks/useUnfinished';
import { activeStep, stepAfter, type ChosenStep } from '../../run/activeStep';
import type { ChangeQueue, PendingChange } from '../../run/changeQueue';
import { seenOf } from '../../run/seenOf';
import { beginDraft, toChange, type StepDraft } from '../../run/stepDraft';

/** What a person can do with the steps of a run. They stay the same while the page is there. */
export interface StepActions {
  /** Goes to a step. */
  go(n: number): void;
  /** Sets a state that needs no words. */
  set(n: number, state: 'done' | 'open'): void;
  /** Begins to write: about what becomes of a step, or only about it. */
  begin(n: number, state?: StepState): void;
  write(n: number, draft: StepDraft): void;
  save(n: number, draft: StepDraft): void;
  /** Throws away what was begun. */
  close(n: number): void;
  /** Sends what was refused once more. */
  insist(pending: PendingChange): void;
  drop(pending: PendingChange): void;
}

/** What is done with the steps of a run, and where one is with that. */
export interface StepsAtHand {
  readonly actions: StepActions;
  /** What buttons and keys are about. */
  readonly active?: number;
  /** Where the focus is to go, a new object each time; without a step to the end of the list. */
  readonly focus?: { readonly n?: number };
}

/** Lets a person act on the steps of a run and go from one to the next. */
export function useStepActions(options: {
  /** As the server has it. */
  readonly run: Run;
  /** As the person sees it. */
  readonly shown: Run;
  readonly me: string;
  readonly queue: ChangeQueue;
  readonly sender: RunChanges['sender'];
  readonly drafts: Unfinished<StepDraft>;
}): StepsAtHand {
  const [chosen, setChosen] = useState<ChosenStep>();
  const [focus, setFocus] = useState<StepsAtHand['focus']>();
  const latest = useLatest(options);

  const actions = useMemo((): StepActions => {
    const stepOf = (n: number) =>
      latest.current.shown.steps.find(step => step.n === n);
    const go = (n: number) => {
      setChosen({ n, wasHandled: stepOf(n)?.state !== 'open' });
      setFocus({ n });
    };
    const goOn = (n: number, state: StepState) => {
      const { shown, me } = latest.current;
      const steps = shown.steps.map(step =>
        step.n === n ? { ...step, state } : step,
      );
      const next = state === 'open' ? n : stepAfter(steps, { n, by: me });
      const chosenNext =
        next === undefined ? undefined : { n: next, wasHandled: false };
      setChosen(chosenNext);
      setFocus({ n: activeStep(steps, chosenNext) });
    };
    const close = (n: number) => {
      latest.current.drafts.drop(String(n));
      setFocus({ n });
    };
    return {
      go,
      set(n, state) {
        const { run, queue, sender } = latest.current;
        sender.make(n, { state, seen: seenOf(run, { queue, n }) });
        goOn(n, state);
      },
      begin(n, state) {
        const { drafts, run, queue } = latest.current;
        const step = stepOf(n);
        const begun = drafts.items.get(String(n));
        if (begun) {
          // What was written goes with whatever becomes of the step.
          drafts.set(String(n), { ...begun, state });
        } else if (step) {
          const seen = seenOf(run, { queue, n });
          drafts.set(String(n), beginDraft(step, { state, seen }));
        }
      },
      write: (n, draft) => latest.current.drafts.set(String(n), draft),
      save(n, draft) {
        const change = toChange(draft);
        if (change) {
          latest.current.sender.make(n, change);
        }
        close(n);
        if (change?.state) {
          goOn(n, change.state);
        }
      },
      close,
      insist({ id, n }) {
        const { sender, run } = latest.current;
        sender.insist(id, run.revision);
        setFocus({ n });
      },
      drop({ id, n }) {
        latest.current.sender.drop(id);
        setFocus({ n });
      },
    };
  }, [latest]);

  return {
    actions,
    focus,
    active: options.run.finishedAt
      ? undefined
      : activeStep(options.shown.steps, chosen),
  };
}
