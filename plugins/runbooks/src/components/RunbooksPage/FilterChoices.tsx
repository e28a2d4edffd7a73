import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import InputBase from '@material-ui/core/InputBase';
import { makeStyles } from '@material-ui/core/styles';
import { useFocusOnMount } from '../../hooks/useFocusOnMount';
import { useTexts } from '../../hooks/useTexts';
import { statusTokens } from '../../theme/statusTokens';
import { useControlStyles } from '../../theme/useControlStyles';

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
    note: { margin: 8, fontSize: 12, color: tokens.secondary },
  };
});

/** The values of a filter to choose from. */
export function FilterChoices(props: {
  readonly values: readonly string[];
  readonly selected: readonly string[];
  /** Values that are not among them can be typed. */
  readonly open?: boolean;
  nameOf(value: string): string;
  onChange(values: readonly string[]): void;
}) {
  const { values, selected, open, nameOf, onChange } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const input = useFocusOnMount<HTMLInputElement>();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const all = [...new Set([...selected, ...values])];
  const found = all.filter(
    value =>
      selected.includes(value) || nameOf(value).toLowerCase().includes(wanted),
  );
  const toggle = (value: string) =>
    onChange(
      selected.includes(value)
        ? selected.filter(other => other !== value)
        : [...selected, value],
    );
  const label = t(open ? 'list.filterTagSearch' : 'list.filterSearch');
  return (
    <div className={classes.root}>
      <InputBase
        inputRef={input}
        className={classes.search}
        value={search}
        placeholder={label}
        inputProps={{ 'aria-label': label }}
        onChange={event => setSearch(event.target.value)}
        onKeyDown={event => {
          const typed = search.trim();
          if (open && event.key === 'Enter' && typed) {
            setSearch('');
            if (!selected.includes(typed)) {
              toggle(typed);
            }
          }
        }}
      />
      <ul className={classes.list}>
        {found.slice(0, SHOWN_MAX_COUNT).map(value => (
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
            </label>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className={classes.note}>{t('list.filterNone')}</p>
      )}
      {found.length > SHOWN_MAX_COUNT && (
        <p className={classes.note}>
          {t('list.filterMore', {
            number: String(found.length - SHOWN_MAX_COUNT),
          })}
        </p>
      )}
      {selected.length > 0 && (
        <Button className={controls.text} onClick={() => onChange([])}>
          {t('list.filterClear')}
        </Button>
      )}
    </div>
  );
}
