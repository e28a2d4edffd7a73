import { makeStyles } from '@material-ui/core/styles';
import type {
  KubernetesWatch,
  SourceDetail,
} from '@callboard/plugin-callboard-common';
import { kubernetesClusterDetailSchema } from '@callboard/plugin-callboard-common';
import { StatePanel, Strip, Strips } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { MessageText } from '../MessageText';
import { Capacity } from './Capacity';
import { ClusterNamespaces } from './ClusterNamespaces';
import { ClusterNodes } from './ClusterNodes';
import { ClusterWatches } from './ClusterWatches';
import { UnclaimedWorkloads } from './UnclaimedWorkloads';

const SIDE_PX = 344;

const useStyles = makeStyles(theme => ({
  root: { '& > [role=status]:not(:empty)': { marginBottom: 16 } },
  columns: {
    display: 'grid',
    gap: 16,
    gridTemplateColumns: 'minmax(0, 1fr)',
    [theme.breakpoints.up('md')]: {
      gridTemplateColumns: `minmax(0, 1fr) ${SIDE_PX}px`,
    },
  },
  stack: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: 16,
    alignContent: 'start',
  },
}));

/** What is not there cannot hide anything. */
function isRead({ state }: KubernetesWatch): boolean {
  return state === 'watching' || state === 'absent';
}

/** What a cluster tells about itself: nodes, namespaces, what nobody owns, and how it is watched. */
export function Cluster(props: { readonly source: SourceDetail }) {
  const { source } = props;
  const classes = useStyles();
  const t = useTexts();
  const parsed = kubernetesClusterDetailSchema.safeParse(source.detail);
  if (!parsed.success) {
    return (
      <StatePanel
        icon={{ glyph: 'kubernetes' }}
        title={t('cluster.noDetailTitle')}
      >
        {t('cluster.noDetailText')}
      </StatePanel>
    );
  }
  const cluster = parsed.data;
  const { lastGoodAt, state } = source;
  return (
    <div className={classes.root}>
      <Strips flush>
        {state !== 'ok' && (
          <Strip tone={state === 'starting' ? 'activity' : 'warning'} clock>
            {lastGoodAt ? (
              <MessageText
                text={t('cluster.asLastSeen', { instant: lastGoodAt })}
              />
            ) : (
              t('cluster.asNeverSeen')
            )}
          </Strip>
        )}
      </Strips>
      <div className={classes.columns}>
        <div className={classes.stack}>
          <ClusterNodes cluster={cluster} stale={state !== 'ok'} />
          <UnclaimedWorkloads
            cluster={cluster}
            sure={state === 'ok' && cluster.watches.every(isRead)}
          />
          <ClusterNamespaces cluster={cluster} />
        </div>
        <div className={classes.stack}>
          <Capacity cluster={cluster} />
          <ClusterWatches cluster={cluster} source={source} />
        </div>
      </div>
    </div>
  );
}
