import { makeStyles } from '@material-ui/core/styles';
import {
  PHONE,
  statusTokens,
  MineChoice,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: { display: 'flex', flexWrap: 'wrap', gap: 8 },
    search: {
      height: 32,
      width: 260,
      boxSizing: 'border-box',
      padding: '0 10px',
      borderRadius: 4,
      border: `1px solid ${tokens.borderStrong}`,
      font: 'inherit',
      fontSize: 14,
      color: theme.palette.text.primary,
      background: theme.palette.background.paper,
      '&::placeholder': { color: tokens.secondary, opacity: 1 },
      '&:focus-visible': { outline: `2px solid ${tokens.focus}` },
      [PHONE]: { width: '100%', height: 44, fontSize: 16 },
    },
  };
});

/** Whose services, and which of them. */
export function CoverageFilters(props: {
  readonly mine: boolean;
  readonly search: string;
  onMine(mine: boolean): void;
  onSearch(search: string): void;
}) {
  const { mine, search, onMine, onSearch } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <div className={classes.root}>
      <MineChoice label={t('coverage.whose')} mine={mine} onMine={onMine} />
      <input
        type="search"
        className={classes.search}
        value={search}
        aria-label={t('coverage.search')}
        placeholder={t('coverage.search')}
        onChange={event => onSearch(event.target.value)}
      />
    </div>
  );
}
