import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import {
  useControlStyles,
  useFocusOnMount,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles({
  text: {
    fontSize: 14,
    lineHeight: '20px',
    '& p': { margin: '0 0 8px' },
    '& h3': { margin: '16px 0 4px', fontSize: 14, lineHeight: '20px' },
    '& dl': {
      display: 'grid',
      gridTemplateColumns: 'auto 1fr',
      gap: '4px 16px',
      margin: 0,
    },
    '& dd': { margin: 0 },
  },
});

/** What readers and run mode understand, and the keys of the editor. */
export function EditorHelp(props: { onClose(): void }) {
  const { onClose } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const first = useFocusOnMount<HTMLButtonElement>();
  const braces = { open: '{{', close: '}}' };
  const keys = [
    ['Ctrl+S', t('editor.helpKeySave')],
    ['Ctrl+B', t('editor.helpKeyBold')],
    ['Ctrl+Z, Ctrl+Shift+Z', t('editor.helpKeyUndo')],
    ['Tab, Shift+Tab', t('editor.helpKeyIndent')],
    [t('editor.helpKeyEscTab'), t('editor.helpKeyLeave')],
  ];
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={onClose}
      aria-labelledby="runbooks-help"
    >
      <DialogTitle id="runbooks-help">{t('editor.helpTitle')}</DialogTitle>
      <DialogContent className={classes.text}>
        <p>{t('editor.helpSections')}</p>
        <p>{t('editor.helpSteps')}</p>
        <p>{t('editor.helpCommands')}</p>
        <p>{t('editor.helpParams', braces)}</p>
        <p>{t('editor.helpRisk')}</p>
        <h3>{t('editor.helpKeys')}</h3>
        <dl>
          {keys.map(([key, does]) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </DialogContent>
      <DialogActions>
        <Button
          className={controls.button}
          ref={first}
          focusRipple={false}
          onClick={onClose}
        >
          {t('editor.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
