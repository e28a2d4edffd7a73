import { makeStyles } from '@material-ui/core/styles';
import Card from '@material-ui/core/Card';
import LinearProgress from '@material-ui/core/LinearProgress';
import {
  PHONE,
  statusTokens,
  useControlStyles,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import type { Run } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { useUsualDuration } from '../../hooks/useUsualDuration';
import { progressOf } from '../../run/progressOf';
import { personName } from '../../text/personName';

const SECOND_MS = 1_000;
const HOUR_SECONDS = 3_600;

const useStyles = makeStyles(theme => ({
  root: { padding: 16, [PHONE]: { padding: 12 } },
  timer: {
    fontSize: 32,
    lineHeight: '40px',
    fontWeight: 700,
    fontVariantNumeric: 'tabular-nums',
    [PHONE]: { fontSize: 24, lineHeight: '28px' },
  },
  small: {
    margin: 0,
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).secondary,
  },
  bar: {
    margin: '8px 0 4px',
    height: 6,
    borderRadius: 3,
    '@media (prefers-reduced-motion: reduce)': {
      '& > *': { transition: 'none' },
    },
  },
}));

/** `08:52`, `1:04:10`. */
function clockWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND_MS));
  const two = (count: number) => String(count).padStart(2, '0');
  const minutes = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds < HOUR_SECONDS
    ? minutes
    : `${Math.floor(seconds / HOUR_SECONDS)}:${minutes}`;
}

/** How long a run goes on, and how far it has come. */
export function RunClock(props: { readonly run: Run }) {
  const { run } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow(SECOND_MS);
  const usualMs = useUsualDuration(run);
  const startedMs = Date.parse(run.startedAt);
  const endMs = run.finishedAt ? Date.parse(run.finishedAt) : now;
  const { handled, skipped, total, current } = progressOf(run);
  return (
    <Card className={classes.root}>
      <p className={classes.small}>
        {t(run.finishedAt ? 'run.took' : 'run.runningFor')}
      </p>
      <div className={classes.timer} role="timer">
        {clockWords(endMs - startedMs)}
      </div>
      <p className={classes.small}>
        {t('run.startedBy', {
          time: words.short(startedMs, now),
          person: personName(run.startedBy),
        })}
        {usualMs !== undefined &&
          t('run.usually', { duration: words.duration(usualMs, true) })}
      </p>
      {total > 0 && (
        <>
          <LinearProgress
            className={classes.bar}
            variant="determinate"
            value={(100 * handled) / total}
            aria-label={t('run.steps')}
          />
          <p className={classes.small}>
            {t('run.handled', { count: total, handled: String(handled) })}
            {skipped > 0 &&
              t('run.skippedOfThem', { skipped: String(skipped) })}
            {current !== undefined && !run.finishedAt && (
              <>
                {' · '}
                <a className={controls.link} href={`#step-${current}`}>
                  {t('run.toStep', { n: String(current) })}
                </a>
              </>
            )}
          </p>
        </>
      )}
    </Card>
  );
}
