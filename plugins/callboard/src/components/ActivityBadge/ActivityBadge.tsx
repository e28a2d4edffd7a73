import { makeStyles } from '@material-ui/core/styles';
import { Activity } from '@callboard/plugin-callboard-common';
import { useNow } from '../../hooks/useNow';
import { useTexts } from '../../hooks/useTexts';
import { useTimeWords } from '../../hooks/useTimeWords';
import { statusTokens } from '../../theme/statusTokens';
import { Glyph } from '../Glyph';
import { StatusIcon } from '../StatusIcon';
import { activityProgress } from './activityProgress';

const TURN_S = 2;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    minWidth: 0,
    fontSize: 12,
    lineHeight: '16px',
    whiteSpace: 'nowrap',
    color: statusTokens(theme).tones.activity.text,
  },
  words: { overflow: 'hidden', textOverflow: 'ellipsis' },
  ring: {
    animation: `$turn ${TURN_S}s linear infinite`,
    '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
  },
  '@keyframes turn': { to: { transform: 'rotate(360deg)' } },
}));

function ActivityMark(props: { readonly kind: string; readonly ring: string }) {
  switch (props.kind) {
    case 'queued':
      return <Glyph name="clock" size={14} />;
    case 'waiting-for-person':
      return <Glyph name="person" size={14} />;
    default:
      return <StatusIcon status="activity" size={14} className={props.ring} />;
  }
}

/** What goes on, beside a status: ring and words, with the share done or the age. */
export function ActivityBadge(props: { readonly activity: Activity }) {
  const { activity } = props;
  const classes = useStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const progress = activityProgress(activity, now);
  const { message } = activity;
  let text = message;
  if (progress !== undefined) {
    const percent = String(Math.round(progress * 100));
    text = t('status.activityProgress', { message, percent });
  } else if (activity.since) {
    text = `${message} ${words.duration(now - Date.parse(activity.since))}`;
  }
  return (
    <span className={classes.root} title={text}>
      <ActivityMark kind={activity.kind} ring={classes.ring} />
      <span className={classes.words}>{text}</span>
    </span>
  );
}
