import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import { useFocusOnMount } from '../../hooks/useFocusOnMount';
import { useTexts } from '../../hooks/useTexts';
import { MONO_FONT } from '../../theme/mono';
import { statusTokens } from '../../theme/statusTokens';
import { useControlStyles } from '../../theme/useControlStyles';

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

/**
 * The list of the keys of a page.
 * @public
 */
export function KeysDialog(props: {
  readonly title: string;
  readonly keys: readonly {
    readonly keys: readonly string[];
    readonly what: string;
  }[];
  onClose(): void;
}) {
  const { title, keys, onClose } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const close = useFocusOnMount<HTMLButtonElement>();
  return (
    <Dialog open onClose={onClose} aria-labelledby="callboard-keys">
      <DialogTitle id="callboard-keys">{title}</DialogTitle>
      <DialogContent>
        <dl className={classes.list}>
          {keys.map(({ keys: names, what }) => (
            <div key={what} style={{ display: 'contents' }}>
              <dt>
                {names.map(name => (
                  <kbd key={name} className={classes.key}>
                    {name}
                  </kbd>
                ))}
              </dt>
              <dd className={classes.what}>{what}</dd>
            </div>
          ))}
        </dl>
      </DialogContent>
      <DialogActions>
        <Button ref={close} className={controls.button} onClick={onClose}>
          {t('close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
