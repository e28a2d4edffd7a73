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

/** Asks before a page with something unsaved is left. */
export function LeaveDialog(props: {
  readonly title: string;
  /** What becomes of it. */
  readonly text: string;
  readonly leave: string;
  /** Absent where it cannot be thrown away here. */
  readonly discard?: string;
  onStay(): void;
  onLeave(): void;
  onDiscard?(): void;
}) {
  const { title, text, leave, discard, onStay, onLeave, onDiscard } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const first = useFocusOnMount<HTMLButtonElement>();
  return (
    <Dialog open onClose={onStay} aria-labelledby="runbooks-leave">
      <DialogTitle id="runbooks-leave">{title}</DialogTitle>
      <DialogContent>
        <DialogContentText>{text}</DialogContentText>
      </DialogContent>
      <DialogActions style={{ flexWrap: 'wrap', gap: 8 }}>
        {discard && (
          <Button className={controls.text} onClick={onDiscard}>
            {discard}
          </Button>
        )}
        <Button className={controls.button} onClick={onLeave}>
          {leave}
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
