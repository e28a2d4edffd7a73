import { makeStyles } from '@material-ui/core/styles';
import { usePermission } from '@backstage/plugin-permission-react';
import { callboardSourceReadPermission } from '@callboard/plugin-callboard-common';
import { failureOf, PHONE, Strips } from '@callboard/plugin-callboard-react';
import { useSources } from '../../hooks/useSources';
import { AnnotationDoctor } from '../AnnotationDoctor';
import { NotLive } from '../NotLive';
import { useReportAsOf } from '../Shell';
import { SourceCounts } from './SourceCounts';
import { SourcesSkeleton } from './SourcesSkeleton';
import { SourcesEmpty, SourcesError, SourcesForbidden } from './SourcesState';
import { SourcesTable } from './SourcesTable';
import { useSourcesQuery } from './useSourcesQuery';

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
 * The external systems: how each is, what asking it costs and whom it feeds; below, the
 * annotations that name something that is not there.
 */
export function SourcesPage() {
  const classes = useStyles();
  const query = useSourcesQuery();
  const { allowed, loading } = usePermission({
    permission: callboardSourceReadPermission,
  });
  const live = useSources({ enabled: allowed });
  const { data, error, refresh } = live;
  useReportAsOf({ at: data?.asOf, live: live.notLiveSinceMs === undefined });

  const sources = () => {
    if (
      (!allowed && !loading) ||
      (error && failureOf(error).kind === 'forbidden')
    ) {
      return <SourcesForbidden />;
    }
    if (!data) {
      return error ? (
        <SourcesError error={error} onRetry={refresh} />
      ) : (
        <SourcesSkeleton />
      );
    }
    if (data.items.length === 0) {
      return <SourcesEmpty />;
    }
    const shown = data.items.filter(
      ({ state }) => !query.state || state === query.state,
    );
    return (
      <>
        <Strips>
          <NotLive live={live} onRetry={refresh} />
        </Strips>
        <SourceCounts
          sources={data.items}
          selected={query.state}
          onSelect={query.setState}
        />
        <SourcesTable
          sources={shown}
          total={data.items.length}
          chosen={query.source}
        />
      </>
    );
  };

  return (
    <div className={classes.root}>
      {sources()}
      <AnnotationDoctor
        mine={query.mine}
        onMine={query.setMine}
        quiet={data?.items.length === 0}
        sources={(data?.items ?? []).map(({ source }) => source)}
      />
    </div>
  );
}
