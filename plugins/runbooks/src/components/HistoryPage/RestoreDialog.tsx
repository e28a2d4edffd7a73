import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import {
  failureOf,
  Strip,
  useControlStyles,
  useFocusOnMount,
} from '@callboard/plugin-callboard-react';
import type { RestoreState } from '../../hooks/useRestore';
import { useTexts } from '../../hooks/useTexts';
import { asSentence } from '../../text/asSentence';
import { personName } from '../../text/personName';

const NOTE_MAX_LENGTH = 1000;

/** Asks why an old version comes back. */
export function RestoreDialog(props: {
  readonly version: number;
  /** The version that it comes after. */
  readonly after: number;
  readonly state: RestoreState;
  onRestore(note: string): void;
  onClose(): void;
}) {
  const { version, after, state, onRestore, onClose } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const first = useFocusOnMount<HTMLInputElement>();
  const [note, setNote] = useState('');
  const said = () => {
    if (state.type === 'conflict') {
      const { updatedBy, version: current } = state.current;
      return t('history.restoreConflict', {
        person: personName(updatedBy),
        version: String(current),
      });
    }
    if (state.type === 'failed') {
      const failure = failureOf(state.error);
      const { kind } = failure;
      const message = asSentence(failure.message);
      return kind === 'forbidden'
        ? t('history.restoreForbidden', {
            permission: 'runbooks.update',
            reason: message,
          })
        : t('history.restoreFailed', { reason: message });
    }
    return undefined;
  };
  const problem = said();
  const isBusy = state.type === 'restoring';
  return (
    <Dialog open onClose={onClose} aria-labelledby="runbooks-restore">
      <form
        onSubmit={event => {
          event.preventDefault();
          onRestore(note);
        }}
      >
        <DialogTitle id="runbooks-restore">
          {t('history.restoreTitle', { version: String(version) })}
        </DialogTitle>
        <DialogContent>
          <DialogContentText>
            {t('history.restoreText', { current: String(after) })}
          </DialogContentText>
          <div role="alert">
            {problem && (
              <Strip tone={state.type === 'conflict' ? 'warning' : 'failing'}>
                {problem}
              </Strip>
            )}
          </div>
          <TextField
            inputRef={first}
            fullWidth
            margin="normal"
            id="runbooks-restore-note"
            label={t('history.restoreNote')}
            value={note}
            inputProps={{ maxLength: NOTE_MAX_LENGTH }}
            onChange={event => setNote(event.target.value)}
          />
        </DialogContent>
        <DialogActions>
          <Button className={controls.button} onClick={onClose}>
            {t('history.cancel')}
          </Button>
          <Button className={controls.primary} type="submit" disabled={isBusy}>
            {t(isBusy ? 'history.restoring' : 'history.restoreNow')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
