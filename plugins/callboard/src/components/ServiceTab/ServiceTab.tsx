import { useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Card from '@material-ui/core/Card';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { ServiceDetail } from '@callboard/plugin-callboard-common';
import { Panel, Strips } from '@callboard/plugin-callboard-react';
import { useRunbooks } from '../../hooks/useRunbooks';
import { useService } from '../../hooks/useService';
import { useTexts } from '../../hooks/useTexts';
import { Findings, listFindings } from '../Findings';
import { NothingConnected } from '../NothingConnected';
import { NotLive } from '../NotLive';
import { pipelineJobs, PipelineRuns } from '../PipelineRuns';
import { ServiceProblem } from '../ServiceProblem';
import { Timeline } from '../Timeline';
import { Workloads } from '../Workloads';
import { Aspects } from './Aspects';
import { Facts } from './Facts';
import { GoTo } from './GoTo';
import { TabHeadline } from './TabHeadline';
import { TabSkeleton } from './TabSkeleton';

const SIDE_PX = 344;

const useStyles = makeStyles(theme => ({
  root: {
    fontFamily: theme.typography.fontFamily,
    fontSize: 14,
    lineHeight: '20px',
  },
  stack: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: 16,
    alignContent: 'start',
  },
  columns: {
    display: 'grid',
    gap: 16,
    gridTemplateColumns: 'minmax(0, 1fr)',
    [theme.breakpoints.up('md')]: {
      gridTemplateColumns: `minmax(0, 1fr) ${SIDE_PX}px`,
    },
  },
}));

function Everything(props: { readonly service: ServiceDetail }) {
  const { service } = props;
  const classes = useStyles();
  const t = useTexts();
  const listed = useMemo(() => listFindings(service), [service]);
  const runbookOf = useRunbooks(service.entityRef, listed.problems);
  const jobs = pipelineJobs(service.observations);
  // Several jobs would leave a long empty column beside them: they get a row of their own.
  const isWide = jobs.length > 1;
  const hasSide =
    jobs.length === 1 ||
    service.observations.some(({ links }) => links.length > 0);
  if (service.status === 'none') {
    return (
      <div className={classes.stack}>
        <Panel title={t('service.title')}>
          <NothingConnected entityName={service.name} />
        </Panel>
        <Aspects service={service} />
      </div>
    );
  }
  return (
    <div className={classes.stack}>
      <Card component="section" aria-label={t('service.status')}>
        <TabHeadline
          service={service}
          problems={listed.problems}
          runbookOf={runbookOf}
        />
        <Facts service={service} />
      </Card>
      <Aspects service={service} />
      <div className={hasSide ? classes.columns : classes.stack}>
        <div className={classes.stack}>
          <Findings service={service} listed={listed} runbookOf={runbookOf} />
          <Workloads observations={service.observations} />
        </div>
        {hasSide && (
          <div className={classes.stack}>
            {!isWide && <PipelineRuns jobs={jobs} />}
            <GoTo observations={service.observations} />
          </div>
        )}
      </div>
      {isWide && <PipelineRuns jobs={jobs} />}
      <Timeline service={service} />
    </div>
  );
}

/**
 * The tab with everything about the service of this page: how it is and why, whose it is, its
 * findings with what to do, its runs, and what happened when.
 * @public
 */
export function ServiceTab() {
  const { entity } = useEntity();
  const classes = useStyles();
  const live = useService(stringifyEntityRef(entity));
  const { data: service, error, nextTryAtMs, refresh } = live;
  if (!service) {
    return (
      <div className={classes.root}>
        {error ? (
          <ServiceProblem
            error={error}
            nextTryAtMs={nextTryAtMs}
            onRetry={refresh}
          />
        ) : (
          <TabSkeleton />
        )}
      </div>
    );
  }
  return (
    <div className={classes.root}>
      <Strips>
        <NotLive live={live} onRetry={refresh} />
      </Strips>
      <Everything service={service} />
    </div>
  );
}
