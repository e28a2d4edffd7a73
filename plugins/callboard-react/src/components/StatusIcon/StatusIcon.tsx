import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { Tone, useStatusTokens } from '../../theme/statusTokens';
import { Glyph } from '../Glyph';
import { statusShape } from './shapes';

const useStyles = makeStyles(theme => ({
  root: { position: 'relative', display: 'inline-flex', flex: 'none' },
  clock: {
    position: 'absolute',
    right: -9,
    bottom: -4,
    display: 'inline-flex',
    borderRadius: '50%',
    // The row decides what lies behind the badge; a row that is tinted sets the variable.
    background: `var(--callboard-row, ${theme.palette.background.paper})`,
  },
}));

/**
 * The icon of a status. Always stands beside its word, so it is silent for screen readers.
 * @public
 */
export function StatusIcon(props: {
  readonly status: Tone;
  /** Edge in pixels. */
  readonly size?: number;
  /** Adds the small clock. */
  readonly stale?: boolean;
  readonly className?: string;
}) {
  const { status, size = 20, stale, className } = props;
  const tokens = useStatusTokens();
  const icon = (
    <svg
      aria-hidden
      focusable={false}
      data-status={status}
      className={stale ? undefined : className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{
        color: tokens.tones[status].icon,
        flex: 'none',
        verticalAlign: 'middle',
      }}
    >
      {statusShape(status, tokens.glyph)}
    </svg>
  );
  return stale ? <WithClock className={className}>{icon}</WithClock> : icon;
}

/** Apart, because most icons have none, and there are hundreds in a table. */
function WithClock(props: {
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { className, children } = props;
  const classes = useStyles();
  const tokens = useStatusTokens();
  return (
    <span className={[classes.root, className].filter(Boolean).join(' ')}>
      {children}
      <span className={classes.clock} style={{ color: tokens.secondary }}>
        <Glyph name="clock" size={13} />
      </span>
    </span>
  );
}
