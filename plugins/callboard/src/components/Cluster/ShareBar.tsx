import { makeStyles } from '@material-ui/core/styles';
import {
  statusTokens,
  useStatusTokens,
} from '@callboard/plugin-callboard-react';
import { fullnessOf } from './share';

const TONES = { room: 'activity', tight: 'warning', over: 'failing' } as const;

const useStyles = makeStyles(theme => ({
  root: {
    height: 8,
    marginTop: 4,
    borderRadius: 4,
    overflow: 'hidden',
    boxShadow: `inset 0 0 0 1px ${statusTokens(theme).borderStrong}`,
    background: statusTokens(theme).codeBg,
  },
  thin: { height: 6, borderRadius: 3 },
  part: { height: '100%' },
}));

/** How full something is, drawn; the numbers stand beside it in words. */
export function ShareBar(props: {
  readonly share: number;
  readonly thin?: boolean;
}) {
  const { share, thin } = props;
  const classes = useStyles();
  const tokens = useStatusTokens();
  return (
    <div
      aria-hidden
      className={thin ? `${classes.root} ${classes.thin}` : classes.root}
    >
      <div
        className={classes.part}
        style={{
          width: `${Math.min(1, share) * 100}%`,
          background: tokens.tones[TONES[fullnessOf(share)]].icon,
        }}
      />
    </div>
  );
}
