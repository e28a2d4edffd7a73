import { makeStyles } from '@material-ui/core/styles';
import { Activity } from '@callboard/plugin-callboard-common';
import {
  Glyph,
  StatusIcon,
  statusTokens,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { Texts, useTexts } from '../../hooks/useTexts';
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

function kindWords(activity: Activity, t: Texts): string {
  switch (activity.kind) {
    case 'building':
    case 'queued':
    case 'rolling-out':
    case 'waiting-for-person':
      return t(`status.activity.${activity.kind}`);
    default:
      return activity.message;
  }
}

/** What goes on, beside a status: ring and words, with the share done or the age. */
export function ActivityBadge(props: {
  readonly activity: Activity;
  /** In one or two words, where there is little room; the rest on hover. */
  readonly short?: boolean;
}) {
  const { activity, short } = props;
  const classes = useStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const progress = activityProgress(activity, now);
  const { kind, since } = activity;
  const withProgress = (message: string) => {
    if (progress !== undefined) {
      const percent = String(Math.round(progress * 100));
      return t('status.activityProgress', { message, percent });
    }
    return since && kind !== 'waiting-for-person'
      ? `${message} ${words.duration(now - Date.parse(since))}`
      : message;
  };
  const full = withProgress(activity.message);
  return (
    <span className={classes.root} title={full}>
      <ActivityMark kind={kind} ring={classes.ring} />
      <span className={classes.words}>
        {short ? withProgress(kindWords(activity, t)) : full}
      </span>
    </span>
  );
}
