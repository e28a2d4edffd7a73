import type {
  KubernetesClusterDetail,
  KubernetesNode,
} from '@callboard/plugin-callboard-common';
import { Panel, StatePanel } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { LongTable } from '../LongTable';
import { MessageText } from '../MessageText';
import { joinSentences } from '../../text/joinSentences';
import { NodeRow } from './NodeRow';
import { useClusterStyles } from './useClusterStyles';

const MIN_WIDTH_PX = 640;

function textOf(node: KubernetesNode): string {
  const { name, zone, roles, kubeletVersion, pressures } = node;
  return [
    name,
    zone,
    kubeletVersion,
    ...roles,
    ...pressures.map(({ type }) => type),
  ].join(' ');
}

/** The nodes of a cluster, what is not well first; or that they may not be read. */
export function ClusterNodes(props: {
  readonly cluster: KubernetesClusterDetail;
  /** They are as they were last seen. */
  readonly stale: boolean;
}) {
  const { stale } = props;
  const { nodes, nodesCount, watches } = props.cluster;
  const classes = useClusterStyles();
  const t = useTexts();
  const watch = watches.find(({ resource }) => resource === 'nodes');
  if (nodes.length === 0) {
    return (
      <Panel title={t('cluster.nodes')}>
        {watch?.state === 'forbidden' ? (
          <StatePanel
            flat
            icon={{ status: 'unknown' }}
            title={t('cluster.nodesForbidden')}
          >
            <MessageText
              text={joinSentences(
                watch.message,
                t('cluster.nodesForbiddenText'),
              )}
            />
          </StatePanel>
        ) : (
          <p className={classes.text}>{t('cluster.nodesNone')}</p>
        )}
      </Panel>
    );
  }
  return (
    <LongTable
      title={t('cluster.nodes')}
      subtitle={t('cluster.nodesCount', { count: nodesCount })}
      items={nodes}
      total={nodesCount}
      filterLabel={t('cluster.nodesFilter')}
      textOf={textOf}
      minWidthPx={MIN_WIDTH_PX}
      columns={[
        { key: 'node', label: t('cluster.columnNode'), widthPx: 250 },
        { key: 'condition', label: t('cluster.columnCondition') },
        { key: 'cpu', label: t('cluster.columnCpu'), widthPx: 132 },
        { key: 'memory', label: t('cluster.columnMemory'), widthPx: 148 },
        {
          key: 'pods',
          label: t('cluster.columnPods'),
          widthPx: 92,
          end: true,
        },
      ]}
      row={node => <NodeRow key={node.name} node={node} stale={stale} />}
    />
  );
}
