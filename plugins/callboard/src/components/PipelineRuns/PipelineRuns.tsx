import { makeStyles } from '@material-ui/core/styles';
import { Panel } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { StaleMark } from '../StaleMark';
import { JobRuns } from './JobRuns';
import type { PipelineJob } from './pipelineJobs';

const useStyles = makeStyles({
  jobs: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(280px, 100%), 1fr))',
  },
});

/** The last runs of every job of a service; nothing where there are none. */
export function PipelineRuns(props: { readonly jobs: readonly PipelineJob[] }) {
  const { jobs } = props;
  const classes = useStyles();
  const t = useTexts();
  const stale = jobs.find(({ observation }) => observation.stale);
  if (jobs.length === 0) {
    return null;
  }
  return (
    <Panel
      title={t('runs.title')}
      actions={stale && <StaleMark observedAt={stale.observation.observedAt} />}
    >
      <div className={classes.jobs}>
        {jobs.map(job => (
          <JobRuns
            key={`${job.observation.source} ${job.observation.subject}`}
            job={job}
          />
        ))}
      </div>
    </Panel>
  );
}
