import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import type { KubernetesNode } from '@callboard/plugin-callboard-common';
import { Since } from '@callboard/plugin-callboard-react';
import { useNumberWords } from '../../hooks/useNumberWords';
import { useTexts } from '../../hooks/useTexts';
import { MessageText } from '../MessageText';
import { StatusWord } from '../StatusWord';
import { shareOf } from './share';
import { ShareBar } from './ShareBar';
import { useClusterStyles } from './useClusterStyles';

function Conditions(props: {
  readonly node: KubernetesNode;
  readonly stale: boolean;
}) {
  const { stale } = props;
  const { ready, since, cordoned, pressures } = props.node;
  const classes = useClusterStyles();
  const t = useTexts();
  return (
    <div className={classes.conditions}>
      <div>
        <StatusWord status={ready ? 'ok' : 'failing'} size={16} stale={stale}>
          {t(ready ? 'cluster.nodeReady' : 'cluster.nodeNotReady')}
        </StatusWord>
        {since && !ready && (
          <div className={classes.small}>
            <Since at={since} />
          </div>
        )}
      </div>
      {pressures.map(({ type, message }) => (
        <div key={type}>
          <StatusWord status="warning" size={16} stale={stale}>
            {type}
          </StatusWord>
          {message && (
            <div className={classes.small}>
              <MessageText text={message} />
            </div>
          )}
        </div>
      ))}
      {cordoned && (
        <div>
          <StatusWord status="off" size={16} stale={stale}>
            {t('cluster.cordoned')}
          </StatusWord>
          <div className={classes.small}>{t('cluster.cordonedHint')}</div>
        </div>
      )}
    </div>
  );
}

function Amount(props: {
  readonly part: number;
  readonly total: number;
  readonly words: (amount: number) => string;
}) {
  const { part, total, words } = props;
  const classes = useClusterStyles();
  const t = useTexts();
  const share = shareOf(part, total);
  return (
    <>
      <span className={classes.amount}>
        {share === undefined
          ? words(part)
          : t('cluster.of', { part: words(part), total: words(total) })}
      </span>
      {share !== undefined && (
        <div className={classes.bar}>
          <ShareBar share={share} thin />
        </div>
      )}
    </>
  );
}

/** One node: how it is, and how much of it is taken. */
export function NodeRow(props: {
  readonly node: KubernetesNode;
  readonly stale: boolean;
}) {
  const { node, stale } = props;
  const { name, roles, zone, kubeletVersion, requested, allocatable } = node;
  const classes = useClusterStyles();
  const t = useTexts();
  const numbers = useNumberWords();
  return (
    <TableRow role="row">
      <TableCell component="th" scope="row" role="rowheader">
        <span className={classes.name}>{name}</span>
        <div className={classes.small}>
          {[...roles, zone, kubeletVersion].filter(Boolean).join(', ')}
        </div>
      </TableCell>
      <TableCell role="cell">
        <Conditions node={node} stale={stale} />
      </TableCell>
      <TableCell role="cell" data-label={t('cluster.columnCpu')}>
        <Amount
          part={requested.cpuMillis}
          total={allocatable.cpuMillis}
          words={numbers.cores}
        />
      </TableCell>
      <TableCell role="cell" data-label={t('cluster.columnMemory')}>
        <Amount
          part={requested.memoryBytes}
          total={allocatable.memoryBytes}
          words={numbers.bytes}
        />
      </TableCell>
      <TableCell
        role="cell"
        className={classes.number}
        data-label={t('cluster.columnPods')}
      >
        {t('cluster.of', {
          part: numbers.count(requested.pods),
          total: numbers.count(allocatable.pods),
        })}
      </TableCell>
    </TableRow>
  );
}
