import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  statusTokens,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => {
  const { tint, line } = statusTokens(theme).tones.activity;
  return {
    // Takes no room: a bar that pushes the rows down would be the very jump it prevents. It lies
    // on the headings, which say nothing new.
    root: { position: 'sticky', top: 0, zIndex: 3, height: 0 },
    bar: {
      display: 'flex',
      alignItems: 'center',
      gap: 4,
      width: 'fit-content',
      height: 32,
      boxSizing: 'border-box',
      margin: '0 auto',
      paddingLeft: 12,
      border: `1px solid ${line}`,
      borderRadius: 4,
      background: tint,
      color: theme.palette.text.primary,
    },
  };
});

/** "3 rows moved": they keep their place until the viewer says so. */
export function MovedRows(props: { readonly moved: number; onApply(): void }) {
  const { moved, onApply } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  return (
    <div className={classes.root} role="status">
      {moved > 0 && (
        <div className={classes.bar} title={t('board.movedText')}>
          <b>{t('board.moved', { count: moved })}</b>
          <Button className={controls.text} onClick={onApply}>
            {t('board.movedApply')}
          </Button>
        </div>
      )}
    </div>
  );
}
