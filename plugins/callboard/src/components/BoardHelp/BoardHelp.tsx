import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import {
  MONO_FONT,
  statusTokens,
  useControlStyles,
  useFocusOnMount,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const KEYS = [
  { id: 'search', keys: ['/'] },
  { id: 'rows', keys: ['J', 'K', '↓', '↑'] },
  { id: 'cells', keys: ['←', '→'] },
  { id: 'open', keys: ['Enter'] },
  { id: 'why', keys: ['W'] },
  { id: 'group', keys: ['G'] },
  { id: 'help', keys: ['?'] },
  { id: 'escape', keys: ['Esc'] },
] as const;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    list: {
      display: 'grid',
      gridTemplateColumns: 'max-content 1fr',
      gap: '8px 16px',
      margin: 0,
      fontFamily: theme.typography.fontFamily,
      fontSize: 14,
      lineHeight: '24px',
    },
    what: { margin: 0 },
    key: {
      padding: '2px 6px',
      marginRight: 4,
      borderRadius: 3,
      boxShadow: `inset 0 0 0 1px ${tokens.border}`,
      background: tokens.codeBg,
      fontFamily: MONO_FONT,
      fontSize: 12,
    },
  };
});

/** The list of keys. */
export function BoardHelp(props: { onClose(): void }) {
  const { onClose } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const close = useFocusOnMount<HTMLButtonElement>();
  return (
    <Dialog open onClose={onClose} aria-labelledby="callboard-help">
      <DialogTitle id="callboard-help">{t('board.helpTitle')}</DialogTitle>
      <DialogContent>
        <dl className={classes.list}>
          {KEYS.map(({ id, keys }) => (
            <div key={id} style={{ display: 'contents' }}>
              <dt>
                {keys.map(key => (
                  <kbd key={key} className={classes.key}>
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd className={classes.what}>{t(`board.key.${id}`)}</dd>
            </div>
          ))}
        </dl>
      </DialogContent>
      <DialogActions>
        <Button ref={close} className={controls.button} onClick={onClose}>
          {t('board.helpClose')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
