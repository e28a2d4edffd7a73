import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import {
  useControlStyles,
  useFocusOnMount,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const NAME_MAX_LENGTH = 40;

/** Asks for the name under which the view on screen is kept. */
export function SaveViewDialog(props: {
  readonly taken: readonly string[];
  onSave(name: string): void;
  onClose(): void;
}) {
  const { taken, onSave, onClose } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const input = useFocusOnMount<HTMLInputElement>();
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  return (
    <Dialog open onClose={onClose} aria-labelledby="callboard-save-view">
      <form
        onSubmit={event => {
          event.preventDefault();
          if (name) {
            onSave(name);
          }
        }}
      >
        <DialogTitle id="callboard-save-view">
          {t('board.saveViewTitle')}
        </DialogTitle>
        <DialogContent>
          <DialogContentText>{t('board.saveViewText')}</DialogContentText>
          <TextField
            inputRef={input}
            fullWidth
            id="callboard-view-name"
            label={t('board.saveViewName')}
            value={typed}
            inputProps={{ maxLength: NAME_MAX_LENGTH }}
            helperText={taken.includes(name) ? t('board.saveViewTaken') : ' '}
            onChange={event => setTyped(event.target.value)}
          />
        </DialogContent>
        <DialogActions>
          <Button className={controls.button} onClick={onClose}>
            {t('board.cancel')}
          </Button>
          <Button className={controls.primary} type="submit" disabled={!name}>
            {t('board.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
