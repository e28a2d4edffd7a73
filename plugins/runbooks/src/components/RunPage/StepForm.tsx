import { FormEvent, KeyboardEvent, useId, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import {
  useControlStyles,
  useFocusOnMount,
} from '@callboard/plugin-callboard-react';
import type { RunStep } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { isWritten, problemOf, type StepDraft } from '../../run/stepDraft';
import { DiscardQuestion } from './DiscardQuestion';
import type { StepActions } from './useStepActions';

const useStyles = makeStyles({
  root: { display: 'grid', gap: 8, marginTop: 8, maxWidth: 640 },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 8,
  },
});

const LABELS = {
  open: 'run.save',
  done: 'run.saveDone',
  skipped: 'run.saveSkipped',
  failed: 'run.saveFailed',
  'not-applicable': 'run.saveNotApplicable',
} as const;

/** Note and evidence of a step, asked for with what becomes of it. */
export function StepForm(props: {
  readonly step: RunStep;
  readonly draft: StepDraft;
  readonly actions: StepActions;
}) {
  const { step, draft, actions } = props;
  const { n } = step;
  const { state, note, evidence } = draft;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const id = useId();
  const first = useFocusOnMount<HTMLInputElement>();
  const [asks, setAsks] = useState(false);
  const problem = problemOf(draft);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!problem) {
      actions.save(n, draft);
    }
  };
  const goOn = () => {
    setAsks(false);
    first.current?.focus();
  };
  const cancel = () => {
    if (asks) {
      goOn();
    } else if (isWritten(draft)) {
      setAsks(true);
    } else {
      actions.close(n);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      cancel();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      save(event);
    }
  };
  const write = (change: Partial<StepDraft>) => {
    setAsks(false);
    actions.write(n, { ...draft, ...change });
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form className={classes.root} onSubmit={save} onKeyDown={onKeyDown}>
      <TextField
        id={`${id}-note`}
        inputRef={first}
        size="small"
        variant="outlined"
        label={t(state === 'skipped' ? 'run.noteWhy' : 'run.note')}
        value={note}
        inputProps={{ maxLength: 2000 }}
        onChange={event => write({ note: event.target.value })}
      />
      <TextField
        id={`${id}-evidence`}
        multiline
        minRows={2}
        maxRows={12}
        size="small"
        variant="outlined"
        label={t('run.evidence')}
        value={evidence}
        error={problem === 'too-long'}
        helperText={t(
          problem === 'too-long' ? 'run.evidenceTooLong' : 'run.evidenceHint',
        )}
        onChange={event => write({ evidence: event.target.value })}
      />
      <div className={classes.buttons}>
        {asks ? (
          <DiscardQuestion onKeep={goOn} onDiscard={() => actions.close(n)} />
        ) : (
          <>
            <Button
              type="submit"
              className={controls.primary}
              disabled={problem !== undefined}
            >
              {t(LABELS[state ?? 'open'])}
            </Button>
            {state === undefined && step.state === 'open' && (
              <Button
                className={controls.button}
                disabled={problem !== undefined}
                onClick={() => actions.save(n, { ...draft, state: 'done' })}
              >
                {t('run.saveDone')}
              </Button>
            )}
            <Button className={controls.button} onClick={cancel}>
              {t('run.cancel')}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}
