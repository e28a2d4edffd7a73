import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import {
  useControlStyles,
  useFocusOnMount,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

/** Asks before a page with unsaved changes is left. */
export function LeaveDialog(props: {
  onStay(): void;
  onLeave(): void;
  onDiscard(): void;
}) {
  const { onStay, onLeave, onDiscard } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const first = useFocusOnMount<HTMLButtonElement>();
  return (
    <Dialog open onClose={onStay} aria-labelledby="runbooks-leave">
      <DialogTitle id="runbooks-leave">{t('editor.leaveTitle')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{t('editor.leaveText')}</DialogContentText>
      </DialogContent>
      <DialogActions style={{ flexWrap: 'wrap', gap: 8 }}>
        <Button className={controls.text} onClick={onDiscard}>
          {t('editor.leaveDiscard')}
        </Button>
        <Button className={controls.button} onClick={onLeave}>
          {t('editor.leaveGo')}
        </Button>
        <Button
          className={controls.primary}
          ref={first}
          focusRipple={false}
          onClick={onStay}
        >
          {t('editor.leaveStay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
