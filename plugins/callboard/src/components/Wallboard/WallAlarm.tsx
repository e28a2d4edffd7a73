import { makeStyles } from '@material-ui/core/styles';
import {
  PHONE,
  statusShape,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const DARK_RED = '#2A0006';

// The same by day and by night: nobody may take this for a part of the board.
const useStyles = makeStyles({
  root: {
    position: 'fixed',
    inset: 0,
    zIndex: 2,
    display: 'grid',
    placeItems: 'center',
    padding: 16,
    textAlign: 'center',
    color: '#FFFFFF',
    background:
      'repeating-linear-gradient(135deg, #7A0010 0 40px, #8E0015 40px 80px)',
  },
  box: {
    maxWidth: 1100,
    padding: '48px 72px',
    borderRadius: 8,
    background: DARK_RED,
    [PHONE]: { padding: '32px 16px' },
  },
  title: {
    margin: '16px 0 0',
    fontSize: 72,
    lineHeight: '84px',
    fontWeight: 700,
    fontVariantNumeric: 'tabular-nums',
    [PHONE]: { fontSize: 36, lineHeight: '44px' },
  },
  text: {
    margin: '12px 0 0',
    fontSize: 32,
    lineHeight: '42px',
    fontVariantNumeric: 'tabular-nums',
    [PHONE]: { fontSize: 20, lineHeight: '28px' },
  },
  next: { margin: '20px 0 0', fontSize: 24, lineHeight: '32px' },
});

/** Covers the wall when the server is not heard: a frozen green wall is the worst lie. */
export function WallAlarm(props: {
  readonly heardAtMs: number | undefined;
  readonly silentMs: number;
  readonly nextTryMs: number | undefined;
}) {
  const { heardAtMs, silentMs, nextTryMs } = props;
  const classes = useStyles();
  const t = useTexts();
  const words = useTimeWords();
  return (
    <div className={classes.root} role="alert">
      <div className={classes.box}>
        <svg
          aria-hidden
          width={120}
          height={120}
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          strokeLinecap="round"
        >
          {statusShape('failing', DARK_RED)}
        </svg>
        <h1 className={classes.title}>
          {heardAtMs === undefined
            ? t('wallboard.alarmNever')
            : t('wallboard.alarmTitle', { time: words.seconds(heardAtMs) })}
        </h1>
        {/* The alarm is announced once; its seconds are for the eye. */}
        <p className={classes.text} aria-live="off">
          {t('wallboard.alarmFor', {
            duration: words.duration(silentMs, true),
          })}
          <br />
          {t('wallboard.alarmWrong')}
        </p>
        {nextTryMs !== undefined && nextTryMs > 0 && (
          <p className={classes.next} aria-live="off">
            {t('wallboard.alarmNext', {
              duration: words.duration(nextTryMs, true),
            })}
          </p>
        )}
      </div>
    </div>
  );
}
