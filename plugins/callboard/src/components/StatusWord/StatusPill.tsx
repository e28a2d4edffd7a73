import { makeStyles } from '@material-ui/core/styles';
import { Tone, useStatusTokens } from '@callboard/plugin-callboard-react';
import { StatusWord } from './StatusWord';

const useStyles = makeStyles({
  pill: {
    borderRadius: 11,
    padding: '1px 10px 1px 4px',
    margin: '-1px 0 -1px -5px',
  },
});

/** The status of a row: only `failing` is a filled, outlined pill; the rest is icon and word. */
export function StatusPill(props: {
  readonly status: Tone;
  readonly size?: number;
}) {
  const { status, size } = props;
  const classes = useStyles();
  const { tint, icon } = useStatusTokens().tones[status];
  if (status !== 'failing') {
    return <StatusWord status={status} size={size} />;
  }
  return (
    <span
      className={classes.pill}
      style={{
        background: tint,
        boxShadow: `inset 0 0 0 1px ${icon}`,
        display: 'inline-flex',
      }}
    >
      <StatusWord status={status} size={size} />
    </span>
  );
}
