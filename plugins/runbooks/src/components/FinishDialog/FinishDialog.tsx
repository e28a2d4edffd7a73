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
} from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import type { EndDraft } from '../../run/endDraft';
import { progressOf } from '../../run/progressOf';

/** Asks how a run ended. */
export function FinishDialog(props: {
  readonly run: Run;
  /** Changes of steps that are not saved yet: a run that is over takes no more. */
  readonly waitingCount: number;
  /** Changes of steps that were not taken. */
  readonly refusedCount: number;
  readonly draft: EndDraft;
  readonly busy: boolean;
  /** Why it was not taken. */
  readonly problem?: string;
  onWrite(draft: EndDraft): void;
  onFinish(finish: RunFinish): void;
  onClose(): void;
}) {
  const { run, waitingCount, refusedCount, draft, busy, problem } = props;
  const { onWrite, onFinish, onClose } = props;
  const { outcome, note } = draft;
  const controls = useControlStyles();
  const t = useTexts();
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
              onWrite({
                note,
                outcome: RUN_OUTCOMES.find(one => one === value),
              })
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
          maxRows={10}
          margin="normal"
          variant="outlined"
          label={t('run.finishNote')}
          value={note}
          inputProps={{ maxLength: 2000 }}
          onChange={event => onWrite({ outcome, note: event.target.value })}
        />
        <div role="status">
          {waitingCount > 0 && (
            <p>{t('run.finishWaits', { count: waitingCount })}</p>
          )}
          {refusedCount > 0 && (
            <p>{t('run.finishRefused', { count: refusedCount })}</p>
          )}
          {problem && <p>{problem}</p>}
        </div>
      </DialogContent>
      <DialogActions>
        <Button className={controls.button} onClick={onClose}>
          {t('run.cancel')}
        </Button>
        <Button
          className={controls.primary}
          disabled={busy || waitingCount > 0 || (!run.dryRun && !outcome)}
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
