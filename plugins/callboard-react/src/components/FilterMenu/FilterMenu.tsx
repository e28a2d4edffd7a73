import { ReactNode, useState } from 'react';
import Button from '@material-ui/core/Button';
import Popover from '@material-ui/core/Popover';
import { useTexts } from '../../hooks/useTexts';
import { useControlStyles } from '../../theme/useControlStyles';
import { Glyph } from '../Glyph';

/**
 * A filter: a button that says what is chosen, and what to choose from, which is mounted while
 * the menu is open.
 * @public
 */
export function FilterMenu(props: {
  readonly title: string;
  readonly selected: readonly string[];
  nameOf(value: string): string;
  readonly children: ReactNode;
}) {
  const { title, selected, nameOf, children } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const label = () => {
    if (selected.length === 0) {
      return title;
    }
    return selected.length === 1
      ? t('filter.set', { name: title, value: nameOf(selected[0]) })
      : t('filter.setMany', { name: title, number: String(selected.length) });
  };
  return (
    <>
      <Button
        className={
          selected.length > 0
            ? `${controls.field} ${controls.fieldSet}`
            : controls.field
        }
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        endIcon={<Glyph name="down" size={16} />}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {label()}
      </Button>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setAnchor(undefined)}
        PaperProps={{ role: 'dialog', 'aria-label': title }}
      >
        {children}
      </Popover>
    </>
  );
}
