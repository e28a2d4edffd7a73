import { useParams } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { callboardSourceReadPermission } from '@callboard/plugin-callboard-common';
import {
  failureOf,
  PHONE,
  Strips,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useSource } from '../../hooks/useSource';
import { useTexts } from '../../hooks/useTexts';
import { sourcesRouteRef } from '../../routes';
import { Cluster } from '../Cluster';
import { NotLive } from '../NotLive';
import { useReportAsOf } from '../Shell';
import { SourcesForbidden } from '../SourcesPage';
import { SourceFindings } from './SourceFindings';
import { SourceHeadline } from './SourceHeadline';
import { SourceProblem } from './SourceProblem';
import { SourceSkeleton } from './SourceSkeleton';

const KUBERNETES = 'kubernetes';

const useStyles = makeStyles(theme => ({
  root: {
    fontFamily: theme.typography.fontFamily,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: 16,
    padding: '16px 24px 32px',
    fontSize: 14,
    lineHeight: '20px',
    [PHONE]: { padding: '12px 12px 24px', gap: 12 },
  },
}));

/**
 * One external system: how it is in words, what asking it costs, whom it feeds, and what it tells
 * about itself.
 */
export function SourcePage() {
  const { type = '', name = '' } = useParams();
  const source = `${type}/${name}`;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const sources = useRouteRef(sourcesRouteRef);
  const { allowed, loading } = usePermission({
    permission: callboardSourceReadPermission,
  });
  const live = useSource({ source, enabled: allowed });
  const { data, error, refresh } = live;
  useReportAsOf({ at: data?.asOf, live: live.notLiveSinceMs === undefined });

  const content = () => {
    if (
      (!allowed && !loading) ||
      (error && failureOf(error).kind === 'forbidden')
    ) {
      return <SourcesForbidden />;
    }
    // A source that was taken out of the configuration is gone, whatever was known of it.
    if (error && (!data || failureOf(error).kind === 'not-found')) {
      return <SourceProblem source={source} error={error} onRetry={refresh} />;
    }
    if (!data) {
      return <SourceSkeleton />;
    }
    return (
      <>
        <SourceHeadline source={data} />
        <SourceFindings findings={data.findings} />
        {data.type === KUBERNETES && <Cluster source={data} />}
      </>
    );
  };

  return (
    <div className={classes.root}>
      <div>
        <Link
          className={controls.link}
          to={`${sources()}?source=${encodeURIComponent(source)}`}
        >
          {t('source.all')}
        </Link>
        <Strips>
          <NotLive live={live} onRetry={refresh} />
        </Strips>
      </div>
      {content()}
    </div>
  );
}
