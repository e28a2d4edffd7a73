import { OWNER_ME } from '@callboard/plugin-callboard-common';
import { Ref, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { BoardView, LIST_FILTERS } from '../../board/boardView';
import { useTexts } from '../../hooks/useTexts';
import { PHONE } from '../../theme/breakpoints';
import { useControlStyles } from '../../theme/useControlStyles';
import { Glyph } from '../Glyph';
import { Segments } from '../Segments';
import { FilterMenu } from './FilterMenu';
import { GroupMenu } from './GroupMenu';
import { SearchField, SearchFieldHandle } from './SearchField';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 8,
    margin: '12px 0',
  },
  panel: { display: 'flex', flexBasis: '100%', flexWrap: 'wrap', gap: 8 },
  group: { marginLeft: 'auto', [PHONE]: { marginLeft: 0 } },
});

/** Everything that narrows the rows down, but for the status. */
export function BoardFilters(props: {
  readonly view: BoardView;
  readonly searchRef?: Ref<SearchFieldHandle>;
  onChange(change: Partial<BoardView>): void;
}) {
  const { view, searchRef, onChange } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const phone = useMediaQuery(PHONE);
  const [open, setOpen] = useState(false);
  const search = (
    <SearchField
      ref={searchRef}
      value={view.q}
      onChange={q => onChange({ q })}
    />
  );
  const rest = (
    <>
      {LIST_FILTERS.map(name => (
        <FilterMenu
          key={name}
          name={name}
          view={view}
          onChange={values => onChange({ [name]: values })}
        />
      ))}
      <span className={classes.group}>
        <GroupMenu value={view.group} onChange={group => onChange({ group })} />
      </span>
    </>
  );
  const whose = (
    <Segments
      label={t('board.whose')}
      options={[
        { value: 'all', label: t('board.all') },
        { value: 'mine', label: t('board.mine') },
      ]}
      value={view.owner.includes(OWNER_ME) ? 'mine' : 'all'}
      onChange={value =>
        onChange({ owner: value === 'mine' ? [OWNER_ME] : [] })
      }
    />
  );
  return (
    <div
      className={classes.root}
      role="group"
      aria-label={t('board.filtersLabel')}
    >
      {phone ? (
        <>
          {search}
          <Button
            className={controls.button}
            aria-expanded={open}
            startIcon={<Glyph name="group" size={16} />}
            onClick={() => setOpen(before => !before)}
          >
            {t('board.filtersLabel')}
          </Button>
          {open && (
            <div className={classes.panel}>
              {whose}
              {rest}
            </div>
          )}
        </>
      ) : (
        <>
          {whose}
          {search}
          {rest}
        </>
      )}
    </div>
  );
}
