import { memo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import {
  PHONE,
  statusTokens,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import type {
  ParsedRunbook,
  Run,
  RunStep,
} from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import type { PendingChange } from '../../run/changeQueue';
import type { StepDraft } from '../../run/stepDraft';
import { RunbookMarkdown } from '../RunbookMarkdown';
import { WhenNear } from '../WhenNear';
import { StepButtons } from './StepButtons';
import { StepForm } from './StepForm';
import { StepRefused } from './StepRefused';
import { StepTick } from './StepTick';
import { StepWaiting } from './StepWaiting';
import { StepWho } from './StepWho';
import type { StepActions } from './useStepActions';
import { WrittenText } from './WrittenText';

/** The texts of more steps are drawn as they come near; until then they stand there as written, to be searched. */
const SHORT_MAX_COUNT = 100;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'grid',
      gridTemplateColumns: '32px minmax(0, 1fr)',
      gap: '0 12px',
      padding: '14px 16px',
      '& + &': { borderTop: `1px solid ${tokens.border}` },
      [PHONE]: { padding: 12, gap: '0 10px' },
    },
    now: {
      background: tokens.selected,
      boxShadow: `inset 4px 0 0 ${tokens.primary}`,
    },
    head: { display: 'flex', alignItems: 'flex-start', gap: 8 },
    go: {
      flex: 'none',
      minHeight: 24,
      padding: '0 8px',
      fontSize: 12,
      '@media print': { display: 'none' },
      // A finger needs 44 px, and the title no more room.
      [PHONE]: { minHeight: 44, margin: '-10px 0' },
    },
    title: {
      flex: 1,
      minWidth: 0,
      margin: 0,
      fontSize: 16,
      lineHeight: '24px',
      fontWeight: 700,
      overflowWrap: 'anywhere',
      scrollMargin: 72,
      '&:focus': { outline: 'none' },
      '&:focus-visible': {
        outline: `2px solid ${tokens.focus}`,
        outlineOffset: 1,
      },
    },
    plain: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
    who: {
      margin: '2px 0 0',
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
      whiteSpace: 'pre-line',
      overflowWrap: 'anywhere',
    },
    evidence: {
      margin: '8px 0 0',
      padding: '8px 10px',
      maxHeight: 240,
      overflow: 'auto',
      fontSize: 12,
      lineHeight: '16px',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      background: tokens.codeBg,
      '@media print': { maxHeight: 'none' },
    },
  };
});

/** What does not change in a run. */
export type PinnedRun = Pick<Run, 'runbookId' | 'runbookVersion' | 'params'>;

/** One step: what to do, what became of it, and, where it is the one to do now, its buttons. */
export const RunStepItem = memo(function RunStepItemView(props: {
  /** Stays the same while the run goes on. */
  readonly run: PinnedRun;
  readonly isOver: boolean;
  /** Nobody, or not this person, may change it. */
  readonly isReadOnly: boolean;
  readonly step: RunStep;
  /** Its text; absent while that is loaded, and where it cannot be read. */
  readonly text?: ParsedRunbook['steps'][number];
  /** The whole text that it is a part of. */
  readonly runbook?: ParsedRunbook;
  readonly isActive: boolean;
  readonly me: string;
  readonly draft?: StepDraft;
  readonly pending?: readonly PendingChange[];
  readonly actions: StepActions;
}) {
  const { run, isOver, isReadOnly, step, text, runbook } = props;
  const { isActive, me, draft, pending = [], actions } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const headingId = `step-${step.n}`;
  const stepsCount = runbook?.steps.length ?? 0;
  return (
    <li
      className={isActive ? `${classes.root} ${classes.now}` : classes.root}
      aria-current={isActive ? 'step' : undefined}
      aria-labelledby={headingId}
    >
      <StepTick step={step} isCurrent={isActive} />
      <div>
        <div className={classes.head}>
          <h3 id={headingId} className={classes.title} tabIndex={-1}>
            {step.title}
            <span className={controls.silent}>
              , {t('run.stepNumber', { n: String(step.n) })},{' '}
              {t(`run.stepState.${step.state}`)}
            </span>
          </h3>
          {!isActive && !isReadOnly && (
            <Button
              className={`${controls.text} ${classes.go}`}
              aria-label={t(
                step.state === 'open' ? 'run.goTo' : 'run.changeStep',
                { n: String(step.n) },
              )}
              onClick={() => actions.go(step.n)}
            >
              {t(step.state === 'open' ? 'run.go' : 'run.change')}
            </Button>
          )}
        </div>
        <StepWho step={step} className={classes.who} />
        {text && (
          <WhenNear
            isLong={!isActive && stepsCount > SHORT_MAX_COUNT}
            plain={<div className={classes.plain}>{text.markdown}</div>}
          >
            <RunbookMarkdown
              markdown={text.markdown}
              line={text.bodyLine}
              text={runbook}
              params={run.params}
            />
          </WhenNear>
        )}
        {step.evidence && (
          <pre
            className={classes.evidence}
            aria-label={t('run.evidenceShown')}
            // What scrolls has to be reached by keyboard too.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
          >
            {step.evidence}
          </pre>
        )}
        {pending.some(({ refusal }) => !refusal) && <StepWaiting />}
        {pending.map(
          one =>
            one.refusal && (
              <StepRefused
                key={one.id}
                pending={one}
                refusal={one.refusal}
                isOver={isOver}
                actions={actions}
              />
            ),
        )}
        {draft && isOver && (
          <WrittenText
            texts={[draft.note, draft.evidence]}
            onDrop={() => actions.close(step.n)}
          >
            {t('run.writtenOver')}
          </WrittenText>
        )}
        {draft && !isOver && (
          <StepForm step={step} draft={draft} actions={actions} />
        )}
        {isActive && !draft && !isReadOnly && (
          <StepButtons run={run} step={step} me={me} actions={actions} />
        )}
      </div>
    </li>
  );
});
