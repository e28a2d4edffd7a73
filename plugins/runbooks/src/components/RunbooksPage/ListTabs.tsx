import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';
import { isSameView, writeView, type ListView } from '../../list/listView';
import { NAMED_VIEWS, type NamedViewId } from '../../list/namedViews';
import { PHONE } from '../../theme/breakpoints';
import { statusTokens } from '../../theme/statusTokens';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'flex',
      overflowX: 'auto',
      scrollbarWidth: 'none',
      borderBottom: `1px solid ${tokens.border}`,
    },
    tab: {
      display: 'inline-flex',
      flex: 'none',
      alignItems: 'center',
      gap: 6,
      height: 41,
      padding: '0 16px',
      borderBottom: '3px solid transparent',
      fontSize: 14,
      fontWeight: 700,
      whiteSpace: 'nowrap',
      color: tokens.secondary,
      '&:hover': { color: theme.palette.text.primary, textDecoration: 'none' },
      '&:focus-visible': {
        outline: `2px solid ${tokens.focus}`,
        outlineOffset: -3,
      },
      '&[aria-current]': {
        color: theme.palette.text.primary,
        borderBottomColor: tokens.primary,
      },
      [PHONE]: { padding: '0 12px' },
    },
    count: {
      fontSize: 12,
      fontWeight: 400,
      fontVariantNumeric: 'tabular-nums',
    },
  };
});

/** The views that everybody has, each a link with the number of its runbooks. */
export function ListTabs(props: {
  readonly view: ListView;
  readonly counts: Readonly<Partial<Record<NamedViewId, number>>>;
}) {
  const { view, counts } = props;
  const classes = useStyles();
  const t = useTexts();
  const list = useRunbookPaths().list();
  return (
    <nav className={classes.root} aria-label={t('list.views')}>
      {NAMED_VIEWS.map(named => {
        const query = writeView(named.view).toString();
        return (
          <Link
            key={named.id}
            to={query ? `${list}?${query}` : list}
            className={classes.tab}
            aria-current={isSameView(named.view, view) ? 'page' : undefined}
          >
            {t(`list.view.${named.id}`)}{' '}
            {counts[named.id] !== undefined && (
              <span className={classes.count}>{counts[named.id]}</span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
