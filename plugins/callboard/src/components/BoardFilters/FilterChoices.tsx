import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import InputBase from '@material-ui/core/InputBase';
import { makeStyles } from '@material-ui/core/styles';
import { BoardView, ListFilter } from '../../board/boardView';
import { useFacets } from '../../hooks/useFacets';
import { useFocusOnMount } from '../../hooks/useFocusOnMount';
import { useTexts } from '../../hooks/useTexts';
import { statusTokens } from '../../theme/statusTokens';
import { useControlStyles } from '../../theme/useControlStyles';
import { GroupCounts } from '../GroupCounts';
import { SkeletonBox, Skeletons } from '../Skeleton';

const SHOWN_MAX_COUNT = 100;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      width: 320,
      maxWidth: '90vw',
      padding: 8,
      fontFamily: theme.typography.fontFamily,
    },
    search: {
      width: '100%',
      marginBottom: 8,
      padding: '2px 8px',
      fontSize: 14,
      border: `1px solid ${tokens.borderStrong}`,
      borderRadius: 4,
    },
    list: {
      maxHeight: 320,
      margin: 0,
      padding: 0,
      listStyle: 'none',
      overflowY: 'auto',
    },
    choice: {
      display: 'flex',
      alignItems: 'center',
      gap: 8,
      minHeight: 36,
      padding: '0 8px 0 0',
      borderRadius: 4,
      fontSize: 14,
      cursor: 'pointer',
      '&:hover, &:focus-within': { background: tokens.hover },
    },
    box: { padding: 6 },
    name: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
    note: { margin: '8px', fontSize: 12, color: tokens.secondary },
    waiting: { display: 'grid', gap: 12, padding: 8 },
  };
});

/** The values of a filter among the services that the other filters leave. */
export function FilterChoices(props: {
  readonly name: ListFilter;
  readonly view: BoardView;
  readonly selected: readonly string[];
  nameOf(value: string): string;
  onChange(values: readonly string[]): void;
}) {
  const { name, view, selected, nameOf, onChange } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const input = useFocusOnMount<HTMLInputElement>();
  const [search, setSearch] = useState('');
  // A value that is chosen must not hide the others.
  const facets = useFacets({ by: name, view: { ...view, [name]: [] } });
  const found = (facets.data ?? []).filter(
    ({ value }) =>
      value.toLowerCase().includes(search.trim().toLowerCase()) ||
      selected.includes(value),
  );
  const missing = selected.filter(
    value => facets.data && !facets.data.some(facet => facet.value === value),
  );
  const toggle = (value: string) =>
    onChange(
      selected.includes(value)
        ? selected.filter(other => other !== value)
        : [...selected, value],
    );
  const choice = (value: string, counts?: JSX.Element) => (
    <li key={value}>
      <label className={classes.choice}>
        <Checkbox
          className={classes.box}
          color="primary"
          size="small"
          checked={selected.includes(value)}
          onChange={() => toggle(value)}
        />
        <span className={classes.name}>{nameOf(value)}</span>
        {counts}
      </label>
    </li>
  );

  return (
    <div className={classes.root}>
      <InputBase
        inputRef={input}
        className={classes.search}
        value={search}
        placeholder={t('board.filterSearch')}
        inputProps={{ 'aria-label': t('board.filterSearch') }}
        onChange={event => setSearch(event.target.value)}
      />
      {facets.loading && (
        <Skeletons>
          <div className={classes.waiting}>
            <SkeletonBox width="60%" />
            <SkeletonBox width="75%" />
            <SkeletonBox width="50%" />
          </div>
        </Skeletons>
      )}
      {facets.error && !facets.data && (
        <p className={classes.note}>{t('board.filterFailed')}</p>
      )}
      <ul className={classes.list}>
        {missing.map(value => choice(value))}
        {found
          .slice(0, SHOWN_MAX_COUNT)
          .map(({ value, counts }) =>
            choice(value, <GroupCounts counts={counts} />),
          )}
      </ul>
      {facets.data && found.length === 0 && missing.length === 0 && (
        <p className={classes.note}>{t('board.filterNone')}</p>
      )}
      {found.length > SHOWN_MAX_COUNT && (
        <p className={classes.note}>
          {t('board.filterMore', {
            number: String(found.length - SHOWN_MAX_COUNT),
          })}
        </p>
      )}
      {selected.length > 0 && (
        <Button className={controls.text} onClick={() => onChange([])}>
          {t('board.filterClear')}
        </Button>
      )}
    </div>
  );
}
