import { useEffect, useMemo, useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import {
  Panel,
  StatePanel,
  statusTokens,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import type { ParsedRunbook, Run } from '@callboard/plugin-runbooks-common';
import type { RunChanges } from '../../hooks/useRunChanges';
import { useRunKeys } from '../../hooks/useRunKeys';
import { useTexts } from '../../hooks/useTexts';
import type { Unfinished } from '../../hooks/useUnfinished';
import type { PendingChange } from '../../run/changeQueue';
import { progressOf } from '../../run/progressOf';
import type { StepDraft } from '../../run/stepDraft';
import { copyNext } from './copyNext';
import { RunStepItem } from './RunStepItem';
import { useSaidOfSteps } from './useSaidOfSteps';
import { useStepActions } from './useStepActions';
import { stepKeys } from './stepKeys';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  end: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 12,
    padding: '14px 16px',
    borderTop: `1px solid ${statusTokens(theme).border}`,
    '@media print': { display: 'none' },
  },
}));

const NO_KEYS = {};

/** The steps of a run, the one to do now open and with buttons. */
export function RunSteps(props: {
  /** As the server has it. */
  readonly run: Run;
  /** As the person sees it. */
  readonly shown: Run;
  /** Absent while the text is loaded, and where it cannot be read. */
  readonly text?: ParsedRunbook;
  readonly me: string;
  readonly mayRun: boolean;
  readonly changes: RunChanges;
  readonly drafts: Unfinished<StepDraft>;
  /** A dialog is open, and keys mean what is in it. */
  readonly isBehind: boolean;
  onFinish(): void;
  onKeys(): void;
}) {
  const { run, shown, text, me, mayRun, changes, drafts } = props;
  const { isBehind, onFinish, onKeys } = props;
  const { queue, sender } = changes;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const list = useRef<HTMLOListElement>(null);
  const end = useRef<HTMLButtonElement>(null);
  const { actions, active, focus } = useStepActions({
    run,
    shown,
    me,
    queue,
    sender,
    drafts,
  });
  const said = useSaidOfSteps({ shown, me });
  const textOf = useMemo(
    () => new Map(text?.steps.map(step => [step.n, step])),
    [text],
  );
  const pendingOf = useMemo(() => byStep(queue), [queue]);
  const { runbookId, runbookVersion, params } = run;
  const pinned = useMemo(
    () => ({ runbookId, runbookVersion, params }),
    [runbookId, runbookVersion, params],
  );
  const isOver = run.finishedAt !== undefined;
  const isReadOnly = isOver || !mayRun;
  const { total, handled } = progressOf(shown);

  useEffect(() => {
    if (focus?.n !== undefined) {
      document.getElementById(`step-${focus.n}`)?.focus();
    } else if (focus) {
      end.current?.focus();
    }
  }, [focus]);

  const keys = stepKeys({
    steps: shown.steps,
    active,
    isReadOnly,
    drafts,
    actions,
    copy: () =>
      copyNext(list.current?.querySelector('[aria-current=step]') ?? null),
    onFinish,
    onKeys,
  });
  useRunKeys(isBehind ? NO_KEYS : keys);

  if (run.steps.length === 0) {
    return (
      <StatePanel icon={{ glyph: 'runbooks' }} title={t('run.noSteps')}>
        {t('run.noStepsText')}
      </StatePanel>
    );
  }
  return (
    <Panel title={t('run.steps')}>
      <div role="status" className={controls.silent}>
        {said}
      </div>
      <ol ref={list} className={classes.list}>
        {shown.steps.map(step => (
          <RunStepItem
            key={step.n}
            run={pinned}
            isOver={isOver}
            isReadOnly={isReadOnly}
            step={step}
            text={textOf.get(step.n)}
            runbook={text}
            isActive={step.n === active}
            me={me}
            draft={drafts.items.get(String(step.n))}
            pending={pendingOf.get(step.n)}
            actions={actions}
          />
        ))}
      </ol>
      {!isReadOnly && handled === total && (
        <div className={classes.end}>
          {t('run.allHandled')}
          <Button
            ref={end}
            className={controls.primary}
            // It takes the focus in the pass that mounts it, before it has a ripple.
            disableFocusRipple
            onClick={onFinish}
          >
            {t('run.finish')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function byStep(
  queue: readonly PendingChange[],
): ReadonlyMap<number, readonly PendingChange[]> {
  const steps = new Map<number, PendingChange[]>();
  for (const pending of queue) {
    steps.set(pending.n, [...(steps.get(pending.n) ?? []), pending]);
  }
  return steps;
}
