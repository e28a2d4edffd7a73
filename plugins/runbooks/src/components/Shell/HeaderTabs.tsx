import { useLocation } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';
import { statusTokens } from '../../theme/statusTokens';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'flex',
      gap: 4,
      fontFamily: theme.typography.fontFamily,
      '@media print': { display: 'none' },
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

/** Runbooks and Coverage, in the same line as the title. */
export function HeaderTabs() {
  const classes = useStyles();
  const t = useTexts();
  const paths = useRunbookPaths();
  const { pathname } = useLocation();
  const onCoverage = pathname.startsWith(paths.coverage());
  return (
    <nav className={classes.root} aria-label={t('shell.title')}>
      <Link
        className={classes.tab}
        to={paths.list()}
        aria-current={onCoverage ? undefined : 'page'}
      >
        {t('shell.tabList')}
      </Link>
      <Link
        className={classes.tab}
        to={paths.coverage()}
        aria-current={onCoverage ? 'page' : undefined}
      >
        {t('shell.tabCoverage')}
      </Link>
    </nav>
  );
}
