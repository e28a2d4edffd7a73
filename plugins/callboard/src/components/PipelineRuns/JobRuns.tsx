import { makeStyles } from '@material-ui/core/styles';
import {
  StatusIcon,
  statusTokens,
  useNow,
  useStatusTokens,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import type { PipelineJob } from './pipelineJobs';
import {
  RUN_KINDS,
  RUN_MARKS,
  RUN_TONES,
  layoutRuns,
  runDurationMs,
  runKind,
} from './layoutRuns';
import { RunBars } from './RunBars';

const MAX_HEIGHT_PX = 64;
const MIN_HEIGHT_PX = 6;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  const small = { fontSize: 12, lineHeight: '16px', color: tokens.secondary };
  return {
    root: { padding: 16, minWidth: 0 },
    newest: {
      display: 'flex',
      alignItems: 'center',
      flexWrap: 'wrap',
      gap: '2px 6px',
      marginBottom: 10,
    },
    took: {
      ...small,
      marginLeft: 'auto',
      fontVariantNumeric: 'tabular-nums',
    },
    axis: {
      ...small,
      display: 'flex',
      justifyContent: 'space-between',
      gap: 8,
      marginTop: 6,
      fontVariantNumeric: 'tabular-nums',
    },
    legend: {
      ...small,
      display: 'flex',
      flexWrap: 'wrap',
      gap: '2px 12px',
      margin: '8px 0 0',
      padding: 0,
      listStyle: 'none',
    },
    from: { ...small, margin: '8px 0 0', overflowWrap: 'anywhere' },
  };
});

/** The last runs of one job. */
export function JobRuns(props: { readonly job: PipelineJob }) {
  const { observation, runs } = props.job;
  const classes = useStyles();
  const tokens = useStatusTokens();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const { bars, counts } = layoutRuns(runs, {
    now,
    maxHeightPx: MAX_HEIGHT_PX,
    minHeightPx: MIN_HEIGHT_PX,
  });
  const newest = bars[bars.length - 1].run;
  const oldest = bars[0].run;
  const legend = RUN_KINDS.filter(kind => counts.has(kind)).map(kind => ({
    kind,
    text: `${counts.get(kind)} ${t(`runs.result.${kind}`)}`,
  }));
  const kind = runKind(newest);
  return (
    <div className={classes.root}>
      <div className={classes.newest}>
        <StatusIcon status={RUN_TONES[kind]} size={18} />
        <b>
          {t('runs.newest', {
            number: String(newest.number),
            result: t(`runs.result.${kind}`),
          })}
        </b>
        <span className={classes.took}>
          {t('runs.took', {
            instant: words.short(newest.startedAt, now),
            duration: words.duration(runDurationMs(newest, now), true),
          })}
        </span>
      </div>
      <RunBars
        bars={bars}
        label={t('runs.label', {
          shown: String(bars.length),
          job: observation.subject,
          counts: legend.map(({ text }) => text).join(', '),
        })}
      />
      <div className={classes.axis}>
        <span>
          {`#${oldest.number}, ${words.short(oldest.startedAt, now)}`}
        </span>
        <span>{t('runs.heightIsDuration')}</span>
        <span>{`#${newest.number}`}</span>
      </div>
      <ul className={classes.legend}>
        {legend.map(each => (
          <li
            key={each.kind}
            style={{ color: tokens.tones[RUN_TONES[each.kind]].text }}
          >
            {`${RUN_MARKS[each.kind]} ${each.text}`.trim()}
          </li>
        ))}
      </ul>
      <p className={classes.from}>
        {t('runs.from', {
          source: observation.source,
          job: observation.subject,
        })}
      </p>
    </div>
  );
}
