import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { Glyph, useControlStyles } from '@callboard/plugin-callboard-react';
import { Grouping, GROUPINGS } from '../../board/boardView';
import { useTexts } from '../../hooks/useTexts';

/** What the rows are put together by. */
export function GroupMenu(props: {
  readonly value: Grouping | undefined;
  onChange(value: Grouping | undefined): void;
}) {
  const { value, onChange } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const nameOf = (grouping: Grouping | undefined) =>
    grouping ? t(`board.group.${grouping}`) : t('board.groupNone');
  return (
    <>
      <Button
        className={
          value ? `${controls.field} ${controls.fieldSet}` : controls.field
        }
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        startIcon={<Glyph name="group" size={16} />}
        endIcon={<Glyph name="down" size={16} />}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <span className={controls.secondary}>{t('board.groupBy')}</span>
        &nbsp;{nameOf(value)}
      </Button>
      <Menu
        open={Boolean(anchor)}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setAnchor(undefined)}
      >
        {[undefined, ...GROUPINGS].map(grouping => (
          <MenuItem
            key={grouping ?? 'none'}
            role="menuitemradio"
            aria-checked={grouping === value}
            selected={grouping === value}
            onClick={() => {
              setAnchor(undefined);
              onChange(grouping);
            }}
          >
            {nameOf(grouping)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
