import { ReactNode, useState } from 'react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import InputBase from '@material-ui/core/InputBase';
import { makeStyles } from '@material-ui/core/styles';
import { useFocusOnMount } from '../../hooks/useFocusOnMount';
import { useTexts } from '../../hooks/useTexts';
import { statusTokens } from '../../theme/statusTokens';
import { useControlStyles } from '../../theme/useControlStyles';
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
    note: { margin: 8, fontSize: 12, color: tokens.secondary },
    waiting: { display: 'grid', gap: 12, padding: 8 },
  };
});

/**
 * The values of a filter to choose from. What is chosen is always among them.
 * @public
 */
export function FilterChoices(props: {
  /** Undefined until they are known. */
  readonly values: readonly string[] | undefined;
  readonly selected: readonly string[];
  /** They could not be loaded. */
  readonly failed?: boolean;
  /** Where others can be typed: what the field asks for. */
  readonly typeLabel?: string;
  nameOf(value: string): string;
  /** Stands behind a value. */
  beside?(value: string): ReactNode;
  onChange(values: readonly string[]): void;
}) {
  const { values, selected, failed, typeLabel } = props;
  const { nameOf, beside, onChange } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const input = useFocusOnMount<HTMLInputElement>();
  const [search, setSearch] = useState('');
  const loading = !values && !failed;
  const known = values ?? [];
  const wanted = search.trim().toLowerCase();
  const found = known.filter(
    value =>
      selected.includes(value) || nameOf(value).toLowerCase().includes(wanted),
  );
  const missing = loading
    ? []
    : selected.filter(value => !known.includes(value));
  const toggle = (value: string) =>
    onChange(
      selected.includes(value)
        ? selected.filter(other => other !== value)
        : [...selected, value],
    );
  const choose = (typed: string) => {
    setSearch('');
    if (!selected.includes(typed)) {
      toggle(typed);
    }
  };
  const label = typeLabel ?? t('filter.search');

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
          if (typeLabel && event.key === 'Enter' && typed) {
            choose(typed);
          }
        }}
      />
      {loading && (
        <Skeletons>
          <div className={classes.waiting}>
            <SkeletonBox width="60%" />
            <SkeletonBox width="75%" />
            <SkeletonBox width="50%" />
          </div>
        </Skeletons>
      )}
      {failed && !values && (
        <p className={classes.note}>{t('filter.failed')}</p>
      )}
      <ul className={classes.list}>
        {[...missing, ...found.slice(0, SHOWN_MAX_COUNT)].map(value => (
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
              {beside?.(value)}
            </label>
          </li>
        ))}
      </ul>
      {values && found.length === 0 && missing.length === 0 && (
        <p className={classes.note}>{t('filter.none')}</p>
      )}
      {found.length > SHOWN_MAX_COUNT && (
        <p className={classes.note}>
          {t('filter.more', { number: String(found.length - SHOWN_MAX_COUNT) })}
        </p>
      )}
      {selected.length > 0 && (
        <Button className={controls.text} onClick={() => onChange([])}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}
