import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { useControlStyles } from '../../theme/useControlStyles';
import { Strip, Strips } from '../Strip';

const useStyles = makeStyles({
  // Takes no room: a bar that pushes the rows down would be the very jump it prevents.
  root: { position: 'sticky', top: 40, zIndex: 3, height: 0 },
  bar: { width: 'fit-content', margin: '0 auto', transform: 'translateY(8px)' },
});

/** "3 rows moved": they keep their place until the viewer says so. */
export function MovedRows(props: { readonly moved: number; onApply(): void }) {
  const { moved, onApply } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  return (
    <div className={classes.root}>
      <div className={classes.bar}>
        <Strips flush>
          {moved > 0 && (
            <Strip
              tone="activity"
              action={
                <Button className={controls.text} onClick={onApply}>
                  {t('board.movedApply')}
                </Button>
              }
            >
              <b title={t('board.movedText')}>
                {t('board.moved', { count: moved })}
              </b>
            </Strip>
          )}
        </Strips>
      </div>
    </div>
  );
}
