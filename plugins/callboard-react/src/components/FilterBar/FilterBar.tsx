import { ReactNode, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useTexts } from '../../hooks/useTexts';
import { PHONE } from '../../theme/breakpoints';
import { useControlStyles } from '../../theme/useControlStyles';
import { Glyph } from '../Glyph';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 },
  panel: { display: 'flex', flexBasis: '100%', flexWrap: 'wrap', gap: 8 },
});

/**
 * Everything that narrows rows down, in one line; on a phone all but the search is behind a
 * button.
 * @public
 */
export function FilterBar(props: {
  readonly search: ReactNode;
  /** What comes before the search. */
  readonly first: ReactNode;
  /** What comes after the search. */
  readonly children: ReactNode;
  readonly className?: string;
}) {
  const { search, first, children, className } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const phone = useMediaQuery(PHONE);
  const [open, setOpen] = useState(false);
  return (
    <div
      className={[classes.root, className].filter(Boolean).join(' ')}
      role="group"
      aria-label={t('filter.all')}
    >
      {!phone && first}
      {search}
      {!phone && children}
      {phone && (
        <Button
          className={controls.button}
          aria-expanded={open}
          startIcon={<Glyph name="group" size={16} />}
          onClick={() => setOpen(before => !before)}
        >
          {t('filter.all')}
        </Button>
      )}
      {phone && open && (
        <div className={classes.panel}>
          {first}
          {children}
        </div>
      )}
    </div>
  );
}
