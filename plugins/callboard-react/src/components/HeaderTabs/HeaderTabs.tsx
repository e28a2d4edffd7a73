import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
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

/**
 * The pages of a plugin, in the same line as its title: rows matter more than another bar.
 * @public
 */
export function HeaderTabs(props: {
  /** Names the tabs for those who do not see them. */
  readonly label: string;
  readonly tabs: readonly {
    readonly label: string;
    readonly to: string;
    readonly current: boolean;
  }[];
}) {
  const { label, tabs } = props;
  const classes = useStyles();
  return (
    <nav className={classes.root} aria-label={label}>
      {tabs.map(tab => (
        <Link
          key={tab.to}
          className={classes.tab}
          to={tab.to}
          aria-current={tab.current ? 'page' : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
