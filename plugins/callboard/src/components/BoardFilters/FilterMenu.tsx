import { useState } from 'react';
import { NO_VALUE, OWNER_ME } from '@callboard/plugin-callboard-common';
import Button from '@material-ui/core/Button';
import Popover from '@material-ui/core/Popover';
import { BoardView, ListFilter } from '../../board/boardView';
import { entityName } from '../../board/entityName';
import { useTexts, type Texts } from '../../hooks/useTexts';
import { useControlStyles } from '../../theme/useControlStyles';
import { Glyph } from '../Glyph';
import { FilterChoices } from './FilterChoices';

/** A filter's value as a person would say it. */
function valueName(name: ListFilter, value: string, t: Texts): string {
  if (
    value === NO_VALUE &&
    (name === 'owner' || name === 'system' || name === 'lifecycle')
  ) {
    return t(`board.noValue.${name}`);
  }
  return name === 'owner' || name === 'system' ? entityName(value) : value;
}

/** A filter: a button that says what is chosen, and the list to choose from. */
export function FilterMenu(props: {
  readonly name: ListFilter;
  readonly view: BoardView;
  onChange(values: readonly string[]): void;
}) {
  const { name, view, onChange } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const values = view[name].filter(value => value !== OWNER_ME);
  const label = () => {
    const title = t(`board.filter.${name}`);
    if (values.length === 0) {
      return title;
    }
    return values.length === 1
      ? t('board.filterSet', {
          name: title,
          value: valueName(name, values[0], t),
        })
      : t('board.filterSetMany', {
          name: title,
          number: String(values.length),
        });
  };
  return (
    <>
      <Button
        className={
          values.length > 0
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
        PaperProps={{
          role: 'dialog',
          'aria-label': t(`board.filter.${name}`),
        }}
      >
        <FilterChoices
          name={name}
          view={view}
          selected={values}
          nameOf={value => valueName(name, value, t)}
          onChange={onChange}
        />
      </Popover>
    </>
  );
}
