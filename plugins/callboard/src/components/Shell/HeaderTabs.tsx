import { useLocation } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTexts } from '../../hooks/useTexts';
import { rootRouteRef, sourcesRouteRef } from '../../routes';
import { PHONE } from '../../theme/breakpoints';
import { statusTokens } from '../../theme/statusTokens';

/** The sources page and the pages of single sources. */
const SOURCES = /\/sources(\/|$)/;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'flex',
      gap: 4,
      marginRight: 12,
      fontFamily: theme.typography.fontFamily,
      [PHONE]: { margin: 0 },
    },
    tab: {
      display: 'flex',
      alignItems: 'center',
      height: 32,
      padding: '0 12px',
      borderRadius: 4,
      fontSize: 14,
      fontWeight: 700,
      color: tokens.secondary,
      '&:hover': { background: tokens.hover, textDecoration: 'none' },
      '&:focus-visible': {
        outline: `2px solid ${tokens.focus}`,
        outlineOffset: 1,
      },
      '&[aria-current]': {
        background: tokens.selected,
        color: theme.palette.text.primary,
      },
    },
  };
});

/** Board and Sources, in the same line as the title: rows matter more than another bar. */
export function HeaderTabs() {
  const classes = useStyles();
  const t = useTexts();
  const board = useRouteRef(rootRouteRef)();
  const sources = useRouteRef(sourcesRouteRef)();
  const onSources = SOURCES.test(useLocation().pathname);
  return (
    <nav className={classes.root} aria-label={t('board.title')}>
      <Link
        className={classes.tab}
        to={board}
        aria-current={onSources ? undefined : 'page'}
      >
        {t('board.tabBoard')}
      </Link>
      <Link
        className={classes.tab}
        to={sources}
        aria-current={onSources ? 'page' : undefined}
      >
        {t('board.tabSources')}
      </Link>
    </nav>
  );
}
