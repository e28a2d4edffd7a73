import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { PHONE } from '../../theme/breakpoints';
import { statusTokens } from '../../theme/statusTokens';
import { Glyph } from '../Glyph';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'inline-flex',
      flex: 'none',
      alignItems: 'center',
      borderBottom: '3px solid transparent',
    },
    on: {
      borderBottomColor: tokens.primary,
      '& $link': { color: theme.palette.text.primary },
    },
    link: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      height: 41,
      padding: '0 16px',
      fontSize: 14,
      fontWeight: 700,
      whiteSpace: 'nowrap',
      color: tokens.secondary,
      '&:hover': { color: theme.palette.text.primary, textDecoration: 'none' },
      '&:focus-visible': {
        outline: `2px solid ${tokens.focus}`,
        outlineOffset: -3,
      },
      [PHONE]: { padding: '0 12px' },
    },
    count: {
      fontSize: 12,
      fontWeight: 400,
      fontVariantNumeric: 'tabular-nums',
    },
    remove: { marginLeft: -12, padding: 6, color: tokens.secondary },
  };
});

/**
 * A view of a list: a link with the number of its rows.
 * @public
 */
export function ViewTab(props: {
  readonly name: string;
  readonly to: string;
  readonly current: boolean;
  readonly count?: number;
  /** How to forget it, where that is offered. */
  readonly remove?: { readonly label: string; onRemove(): void };
}) {
  const { name, to, current, count, remove } = props;
  const classes = useStyles();
  return (
    <span className={current ? `${classes.root} ${classes.on}` : classes.root}>
      <Link
        to={to}
        className={classes.link}
        aria-current={current ? 'page' : undefined}
      >
        {name}{' '}
        {count !== undefined && <span className={classes.count}>{count}</span>}
      </Link>
      {remove && (
        <IconButton
          className={classes.remove}
          aria-label={remove.label}
          title={remove.label}
          onClick={() => remove.onRemove()}
        >
          <Glyph name="close" size={14} />
        </IconButton>
      )}
    </span>
  );
}
