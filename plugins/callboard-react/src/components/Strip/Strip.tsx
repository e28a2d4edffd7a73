import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { statusTokens } from '../../theme/statusTokens';
import { Glyph } from '../Glyph';
import { StatusIcon } from '../StatusIcon';

/**
 * What a strip is about: a status, or something that goes on.
 * @public
 */
export type StripTone = 'failing' | 'warning' | 'unknown' | 'ok' | 'activity';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    padding: '8px 12px',
    border: '1px solid',
    fontSize: 14,
    lineHeight: '20px',
    color: theme.palette.text.primary,
    '& + &': { borderTop: 0 },
    '&:first-child': { borderTopLeftRadius: 4, borderTopRightRadius: 4 },
    '&:last-child': { borderBottomLeftRadius: 4, borderBottomRightRadius: 4 },
    [theme.breakpoints.down('xs')]: {
      alignItems: 'flex-start',
      flexWrap: 'wrap',
      padding: '8px 10px',
    },
  },
  text: {
    flex: 1,
    minWidth: 0,
    overflowWrap: 'anywhere',
    // Long words of an action go below.
    [theme.breakpoints.down('xs')]: { flexBasis: 230 },
  },
  action: { flex: 'none', whiteSpace: 'nowrap' },
  clock: { color: theme.palette.text.primary, flex: 'none' },
  ...(['failing', 'warning', 'unknown', 'ok', 'activity'] as const).reduce(
    (all, tone) => {
      const { tint, line } = statusTokens(theme).tones[tone];
      return { ...all, [tone]: { background: tint, borderColor: line } };
    },
    {} as Record<StripTone, { background: string; borderColor: string }>,
  ),
}));

/**
 * A line above the rows that says what is the matter and what that does to them.
 * @public
 */
export function Strip(props: {
  readonly tone: StripTone;
  /** A clock instead of the status, for what is not live. */
  readonly clock?: boolean;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  const { tone, clock, action, children } = props;
  const classes = useStyles();
  return (
    <div className={`${classes.root} ${classes[tone]}`}>
      {clock ? (
        <Glyph name="clock" className={classes.clock} />
      ) : (
        <StatusIcon status={tone} />
      )}
      <span className={classes.text}>{children}</span>
      {action && <span className={classes.action}>{action}</span>}
    </div>
  );
}
