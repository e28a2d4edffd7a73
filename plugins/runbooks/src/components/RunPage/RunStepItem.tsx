import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import {
  PHONE,
  statusTokens,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import type {
  ParsedRunbook,
  RunStep,
  StepChange,
} from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { RunbookMarkdown } from '../RunbookMarkdown';
import { StepForm } from './StepForm';
import { StepTick } from './StepTick';
import { StepWho } from './StepWho';

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
    title: { margin: 0, fontSize: 16, lineHeight: '24px', fontWeight: 700 },
    who: {
      margin: '2px 0 0',
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
      overflowWrap: 'anywhere',
    },
    buttons: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 8,
      marginTop: 12,
      '@media print': { display: 'none' },
    },
    keys: {
      fontSize: 12,
      color: tokens.secondary,
      [PHONE]: { display: 'none' },
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

/** One step: what to do, what became of it, and, where it is the one to do now, its buttons. */
export function RunStepItem(props: {
  readonly step: RunStep;
  /** Its text; absent while that is loaded, and where it cannot be read. */
  readonly text?: ParsedRunbook['steps'][number];
  readonly definitions: string;
  readonly params: Readonly<Record<string, string>>;
  readonly isCurrent: boolean;
  readonly isOver: boolean;
  readonly busy: boolean;
  /** What is asked for it: the key S opens the form as the button does. */
  readonly form?: StepChange['state'];
  onForm(state: StepChange['state'] | undefined): void;
  onChange(change: StepChange): Promise<boolean>;
  onWrong(): void;
}) {
  const { step, text, definitions, params, isCurrent, isOver, busy } = props;
  const { form, onForm, onChange, onWrong } = props;
  const [isWrong, setWrong] = useState(false);
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const isOpen = step.state === 'open';
  const headingId = `step-${step.n}`;
  const save = async (change: StepChange) => {
    // What was typed stays until the server has it.
    if (await onChange(change)) {
      onForm(undefined);
    }
  };
  return (
    <li
      className={
        isCurrent && !isOver ? `${classes.root} ${classes.now}` : classes.root
      }
      aria-current={isCurrent && !isOver ? 'step' : undefined}
      aria-labelledby={headingId}
    >
      <StepTick step={step} isCurrent={isCurrent && !isOver} />
      <div>
        <h3 id={headingId} className={classes.title}>
          {step.title}
          <span className={controls.silent}>
            , {t('run.stepNumber', { n: String(step.n) })},{' '}
            {t(`run.stepState.${step.state}`)}
          </span>
        </h3>
        <StepWho step={step} className={classes.who} />
        {text && (
          <RunbookMarkdown
            markdown={`${text.markdown}\n\n${definitions}`}
            params={params}
          />
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
        {!isOver && form !== undefined && (
          <StepForm
            step={step}
            state={form}
            onSave={change => void save(change)}
            onCancel={() => onForm(undefined)}
          />
        )}
        {!isOver && form === undefined && (isCurrent || !isOpen) && (
          <div className={classes.buttons}>
            {isCurrent && isOpen && (
              <>
                <Button
                  className={controls.primary}
                  disabled={busy}
                  onClick={() => void onChange({ state: 'done' })}
                >
                  {t('run.done')}
                </Button>
                <Button
                  className={controls.button}
                  onClick={() => onForm('skipped')}
                >
                  {t('run.skip')}
                </Button>
                <Button
                  className={controls.button}
                  onClick={() => onForm('failed')}
                >
                  {t('run.failedButton')}
                </Button>
                <Button
                  className={controls.button}
                  onClick={() => onForm('not-applicable')}
                >
                  {t('run.notApplicable')}
                </Button>
                {!step.by && (
                  <Button
                    className={controls.text}
                    disabled={busy}
                    onClick={() => void onChange({ state: 'open' })}
                  >
                    {t('run.take')}
                  </Button>
                )}
              </>
            )}
            {!isOpen && (
              <Button
                className={controls.text}
                disabled={busy}
                onClick={() => void onChange({ state: 'open' })}
              >
                {t('run.reopen')}
              </Button>
            )}
            <Button
              className={controls.text}
              onClick={() => onForm(isOpen ? 'done' : step.state)}
            >
              {t('run.addNote')}
            </Button>
            <Button
              className={controls.text}
              disabled={isWrong}
              onClick={() => {
                setWrong(true);
                onWrong();
              }}
            >
              {t('run.wrong', { n: String(step.n) })}
            </Button>
            {isCurrent && isOpen && (
              <span className={classes.keys}>{t('run.keys')}</span>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
