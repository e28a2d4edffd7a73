import { FormEvent, useId, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import {
  useControlStyles,
  useFocusOnMount,
} from '@callboard/plugin-callboard-react';
import {
  EVIDENCE_MAX_BYTES,
  type RunStep,
  type StepChange,
} from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: 8, marginTop: 8, maxWidth: 640 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: 8 },
});

/** Note and evidence of a step, asked for with what becomes of it. */
export function StepForm(props: {
  readonly step: RunStep;
  readonly state: StepChange['state'];
  onSave(change: StepChange): void;
  onCancel(): void;
}) {
  const { step, state, onSave, onCancel } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const id = useId();
  const first = useFocusOnMount<HTMLInputElement>();
  const [note, setNote] = useState(step.note ?? '');
  const [evidence, setEvidence] = useState(step.evidence ?? '');
  const isTooLong =
    new TextEncoder().encode(evidence).length > EVIDENCE_MAX_BYTES;
  const needsReason = state === 'skipped' && note.trim() === '';
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!isTooLong && !needsReason) {
      onSave({
        state,
        ...(note.trim() && { note: note.trim() }),
        ...(evidence && { evidence }),
      });
    }
  };
  return (
    <form className={classes.root} onSubmit={save}>
      <TextField
        id={`${id}-note`}
        inputRef={first}
        size="small"
        variant="outlined"
        label={t(state === 'skipped' ? 'run.noteWhy' : 'run.note')}
        value={note}
        inputProps={{ maxLength: 2000 }}
        onChange={event => setNote(event.target.value)}
        onKeyDown={event => event.key === 'Escape' && onCancel()}
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
        error={isTooLong}
        helperText={t(isTooLong ? 'run.evidenceTooLong' : 'run.evidenceHint')}
        onChange={event => setEvidence(event.target.value)}
        onKeyDown={event => event.key === 'Escape' && onCancel()}
      />
      <div className={classes.buttons}>
        <Button
          type="submit"
          className={controls.primary}
          disabled={isTooLong || needsReason}
        >
          {t('run.save')}
        </Button>
        <Button className={controls.button} onClick={onCancel}>
          {t('run.cancel')}
        </Button>
      </div>
    </form>
  );
}
