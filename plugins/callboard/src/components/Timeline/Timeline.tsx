import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import type { ServiceDetail } from '@callboard/plugin-callboard-common';
import {
  Panel,
  Segments,
  SkeletonBox,
  Skeletons,
  StatePanel,
  statusTokens,
  useControlStyles,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useSearchParams } from 'react-router-dom';
import { useTexts } from '../../hooks/useTexts';
import { useTimeline } from '../../hooks/useTimeline';
import { pipelineJobs } from '../PipelineRuns';
import { timelineLanes } from './timelineLanes';
import { TimelineDrawing } from './TimelineDrawing';
import { TimelineList } from './TimelineList';
import {
  TIMELINE_RANGE_MS,
  TIMELINE_RANGES,
  toTimelineRange,
} from './timelineRange';
import { timelineRows } from './timelineRows';
import { unheardSources } from './unheard';

const RANGE_PARAM = 'range';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    loading: { display: 'grid', gap: 16, padding: 16 },
    unheard: {
      display: 'flex',
      alignItems: 'center',
      gap: 6,
      margin: 0,
      padding: '0 16px 8px',
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
    },
    swatch: {
      flex: 'none',
      width: 20,
      height: 12,
      border: `1px dashed ${tokens.borderStrong}`,
      background: `repeating-linear-gradient(135deg, ${tokens.hatch} 0 3px, transparent 3px 6px)`,
    },
  };
});

/** What happened to a service: a drawing, and the same as a list. How far back is in the URL. */
export function Timeline(props: { readonly service: ServiceDetail }) {
  const { service } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const [params, setParams] = useSearchParams();
  const range = toTimelineRange(params.get(RANGE_PARAM));
  const { data, error, refresh } = useTimeline(
    service.entityRef,
    TIMELINE_RANGE_MS[range],
  );

  const choose = (value: string) =>
    setParams(
      before => {
        const after = new URLSearchParams(before);
        after.set(RANGE_PARAM, value);
        return after;
      },
      { replace: true },
    );

  const content = () => {
    if (!data) {
      return error ? (
        <StatePanel
          flat
          icon={{ status: 'unknown' }}
          title={t('timeline.error')}
          actions={
            <Button className={controls.button} onClick={refresh}>
              {t('status.retry')}
            </Button>
          }
        >
          {error.message}
        </StatePanel>
      ) : (
        <Skeletons>
          <div className={classes.loading}>
            <SkeletonBox width="100%" height={24} />
            <SkeletonBox width="70%" />
            <SkeletonBox width="50%" />
          </div>
        </Skeletons>
      );
    }
    const jobs = pipelineJobs(service.observations);
    const rows = timelineRows(data.entries, { jobs, window: data });
    return (
      <>
        <TimelineDrawing
          window={data}
          changeAt={
            service.lastChange && service.status !== 'ok'
              ? Date.parse(service.lastChange.at)
              : undefined
          }
          lanes={timelineLanes({
            service,
            entries: data.entries,
            rows,
            jobs,
            window: data,
          })}
        />
        {unheardSources(service.observations).map(({ source, since }) => (
          <p key={source} className={classes.unheard}>
            <span className={classes.swatch} aria-hidden />
            {since === undefined
              ? t('timeline.unheardNever', { source })
              : t('timeline.unheard', {
                  source,
                  time: words.short(since, now),
                })}
          </p>
        ))}
        <TimelineList key={range} rows={rows} />
      </>
    );
  };

  return (
    <Panel
      title={t('timeline.title')}
      actions={
        <Segments
          label={t('timeline.range')}
          value={range}
          options={TIMELINE_RANGES.map(value => ({
            value,
            label: t(`timeline.ranges.${value}`),
          }))}
          onChange={choose}
        />
      }
    >
      {content()}
    </Panel>
  );
}
