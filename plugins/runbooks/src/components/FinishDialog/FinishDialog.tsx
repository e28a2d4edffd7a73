import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import { useControlStyles } from '@callboard/plugin-callboard-react';
import {
  RUN_OUTCOMES,
  type Run,
  type RunFinish,
  type RunOutcome,
} from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { progressOf } from '../../run/progressOf';

/** Asks how a run ended. */
export function FinishDialog(props: {
  readonly run: Run;
  readonly busy: boolean;
  /** Why it was not taken. */
  readonly error?: string;
  onFinish(finish: RunFinish): void;
  onClose(): void;
}) {
  const { run, busy, error, onFinish, onClose } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const [outcome, setOutcome] = useState<RunOutcome>();
  const [note, setNote] = useState('');
  const { total, handled } = progressOf(run);
  const open = total - handled;
  return (
    <Dialog open onClose={onClose} aria-labelledby="finish-title" fullWidth>
      <DialogTitle id="finish-title">
        {t(run.dryRun ? 'run.finishDry' : 'run.finishTitle')}
      </DialogTitle>
      <DialogContent>
        <p>
          {t('run.finishText')}{' '}
          {open > 0 && t('run.finishOpen', { count: open })}
        </p>
        {!run.dryRun && (
          <RadioGroup
            aria-labelledby="finish-title"
            value={outcome ?? ''}
            onChange={(_, value) =>
              setOutcome(RUN_OUTCOMES.find(one => one === value))
            }
          >
            {RUN_OUTCOMES.map(one => (
              <FormControlLabel
                key={one}
                value={one}
                control={<Radio color="primary" />}
                label={t(`run.outcome.${one}`)}
              />
            ))}
          </RadioGroup>
        )}
        <TextField
          id="finish-note"
          fullWidth
          multiline
          margin="normal"
          variant="outlined"
          label={t('run.finishNote')}
          value={note}
          inputProps={{ maxLength: 2000 }}
          onChange={event => setNote(event.target.value)}
        />
        <div role="status">{error}</div>
      </DialogContent>
      <DialogActions>
        <Button className={controls.button} onClick={onClose}>
          {t('run.cancel')}
        </Button>
        <Button
          className={controls.primary}
          disabled={busy || (!run.dryRun && !outcome)}
          onClick={() =>
            onFinish({
              ...(outcome && { outcome }),
              ...(note.trim() && { note: note.trim() }),
            })
          }
        >
          {t('run.finish')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
