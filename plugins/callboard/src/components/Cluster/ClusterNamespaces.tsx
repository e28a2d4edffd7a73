import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import type { KubernetesClusterDetail } from '@callboard/plugin-callboard-common';
import { Panel } from '@callboard/plugin-callboard-react';
import { useNumberWords } from '../../hooks/useNumberWords';
import { useTexts } from '../../hooks/useTexts';
import { LongTable } from '../LongTable';
import { useClusterStyles } from './useClusterStyles';

const MIN_WIDTH_PX = 620;

/** The namespaces of a cluster, with what is in them. */
export function ClusterNamespaces(props: {
  readonly cluster: KubernetesClusterDetail;
}) {
  const { namespaces, namespacesCount } = props.cluster;
  const classes = useClusterStyles();
  const t = useTexts();
  const numbers = useNumberWords();
  if (namespaces.length === 0) {
    return (
      <Panel title={t('cluster.namespaces')}>
        <p className={classes.text}>{t('cluster.namespacesNone')}</p>
      </Panel>
    );
  }
  const column = (key: string, label: string, widthPx: number) => ({
    key,
    label,
    widthPx,
    end: true,
  });
  return (
    <LongTable
      title={t('cluster.namespaces')}
      subtitle={numbers.count(namespacesCount)}
      items={namespaces}
      total={namespacesCount}
      filterLabel={t('cluster.namespacesFilter')}
      textOf={({ name }) => name}
      minWidthPx={MIN_WIDTH_PX}
      columns={[
        { key: 'name', label: t('cluster.columnNamespace') },
        column('workloads', t('cluster.columnWorkloads'), 92),
        column('unclaimed', t('cluster.columnUnclaimed'), 92),
        column('pods', t('cluster.columnPods'), 72),
        column('cpu', t('cluster.columnCpu'), 116),
        column('memory', t('cluster.columnMemory'), 148),
      ]}
      row={({ name, workloads, unclaimed, pods, requested }) => {
        const cells: [string, string][] = [
          [t('cluster.columnWorkloads'), numbers.count(workloads)],
          [t('cluster.columnUnclaimed'), numbers.count(unclaimed)],
          [t('cluster.columnPods'), numbers.count(pods)],
          [t('cluster.columnCpu'), numbers.cores(requested.cpuMillis)],
          [t('cluster.columnMemory'), numbers.bytes(requested.memoryBytes)],
        ];
        return (
          <TableRow key={name} role="row">
            <TableCell component="th" scope="row" role="rowheader">
              <span className={classes.name}>{name}</span>
            </TableCell>
            {cells.map(([label, value]) => (
              <TableCell
                key={label}
                role="cell"
                className={classes.number}
                data-label={label}
              >
                {value}
              </TableCell>
            ))}
          </TableRow>
        );
      }}
    />
  );
}
