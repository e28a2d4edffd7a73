import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import type {
  KubernetesClusterDetail,
  UnclaimedWorkload,
} from '@callboard/plugin-callboard-common';
import {
  Panel,
  StatePanel,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { CopyBlock } from '../CopyBlock';
import { LongTable } from '../LongTable';
import { useClusterStyles } from './useClusterStyles';

const MIN_WIDTH_PX = 620;
const ANNOTATION = 'backstage.io/kubernetes-id';

function UnclaimedRow(props: { readonly workload: UnclaimedWorkload }) {
  const { kind, namespace, name, desired, ready, createdAt, kubernetesId } =
    props.workload;
  const classes = useClusterStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const createdMs = Date.parse(createdAt);
  return (
    <TableRow role="row">
      <TableCell component="th" scope="row" role="rowheader">
        <span className={classes.name}>{name}</span>
        <div className={classes.small}>
          {t('cluster.inNamespace', { kind, namespace })}
        </div>
      </TableCell>
      <TableCell
        role="cell"
        className={classes.number}
        data-label={t('cluster.columnReady')}
      >
        {desired === undefined
          ? '–'
          : t('cluster.of', {
              part: String(ready ?? 0),
              total: String(desired),
            })}
      </TableCell>
      <TableCell
        role="cell"
        className={classes.number}
        data-label={t('cluster.columnAge')}
      >
        <time dateTime={createdAt} title={words.full(createdMs)}>
          {words.duration(now - createdMs, true)}
        </time>
      </TableCell>
      <TableCell role="cell">
        <CopyBlock
          text={`${ANNOTATION}: ${kubernetesId ?? name}`}
          label={t('cluster.copyClaim', { name })}
        />
        {kubernetesId && (
          <div className={classes.small}>{t('cluster.claimLabelled')}</div>
        )}
      </TableCell>
    </TableRow>
  );
}

/** Workloads that belong to no service, each with the line that would change that. */
export function UnclaimedWorkloads(props: {
  readonly cluster: KubernetesClusterDetail;
  /** All of it is read, so that none is none. */
  readonly sure: boolean;
}) {
  const { cluster, sure } = props;
  const { unclaimed, unclaimedCount } = cluster;
  const t = useTexts();
  if (unclaimed.length === 0) {
    return (
      <Panel title={t('cluster.unclaimed')}>
        <StatePanel
          flat
          icon={sure ? { status: 'ok' } : { glyph: 'kubernetes' }}
          title={t(
            sure ? 'cluster.unclaimedNone' : 'cluster.unclaimedNotKnown',
          )}
        />
      </Panel>
    );
  }
  return (
    <LongTable
      title={t('cluster.unclaimed')}
      subtitle={t('cluster.unclaimedCount', { count: unclaimedCount })}
      lead={t('cluster.claimHow')}
      items={unclaimed}
      total={unclaimedCount}
      filterLabel={t('cluster.unclaimedFilter')}
      textOf={({ kind, namespace, name, kubernetesId }) =>
        [kind, namespace, name, kubernetesId].join(' ')
      }
      minWidthPx={MIN_WIDTH_PX}
      columns={[
        { key: 'name', label: t('cluster.columnWorkload'), widthPx: 240 },
        {
          key: 'ready',
          label: t('cluster.columnReady'),
          widthPx: 72,
          end: true,
        },
        { key: 'age', label: t('cluster.columnAge'), widthPx: 72, end: true },
        { key: 'claim', label: t('cluster.columnClaim') },
      ]}
      row={workload => (
        <UnclaimedRow
          key={`${workload.kind} ${workload.namespace} ${workload.name}`}
          workload={workload}
        />
      )}
    />
  );
}
