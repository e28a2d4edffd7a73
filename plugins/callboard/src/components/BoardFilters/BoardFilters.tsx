import { Ref } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { OWNER_ME } from '@callboard/plugin-callboard-common';
import {
  FilterBar,
  PHONE,
  SearchField,
  type SearchFieldHandle,
  MineChoice,
} from '@callboard/plugin-callboard-react';
import { BoardView, LIST_FILTERS } from '../../board/boardView';
import { useTexts } from '../../hooks/useTexts';
import { FacetMenu } from './FacetMenu';
import { GroupMenu } from './GroupMenu';

const useStyles = makeStyles({
  root: { margin: '12px 0' },
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
  const t = useTexts();
  return (
    <FilterBar
      className={classes.root}
      first={
        <MineChoice
          label={t('board.whose')}
          mine={view.owner.includes(OWNER_ME)}
          onMine={mine => onChange({ owner: mine ? [OWNER_ME] : [] })}
        />
      }
      search={
        <SearchField
          ref={searchRef}
          value={view.q}
          label={t('board.search')}
          placeholder={t('board.searchPlaceholder')}
          onChange={q => onChange({ q })}
        />
      }
    >
      {LIST_FILTERS.map(name => (
        <FacetMenu
          key={name}
          name={name}
          view={view}
          onChange={values => onChange({ [name]: values })}
        />
      ))}
      <span className={classes.group}>
        <GroupMenu value={view.group} onChange={group => onChange({ group })} />
      </span>
    </FilterBar>
  );
}
