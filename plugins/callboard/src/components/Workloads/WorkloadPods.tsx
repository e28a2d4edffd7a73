import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import type { KubernetesPod } from '@callboard/plugin-callboard-common';
import {
  MONO_FONT,
  PHONE,
  statusTokens,
  useControlStyles,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useShown } from '../../hooks/useShown';
import { useTexts } from '../../hooks/useTexts';
import { DataTable } from '../DataTable';
import { MessageText } from '../MessageText';
import { StatusWord } from '../StatusWord';

const MIN_WIDTH_PX = 560;
const SHOWN = { firstCount: 6, stepCount: 20 };

const useStyles = makeStyles(theme => ({
  box: {
    border: `1px solid ${statusTokens(theme).border}`,
    borderRadius: 4,
    background: theme.palette.background.paper,
  },
  name: {
    fontFamily: MONO_FONT,
    fontSize: 13,
    overflowWrap: 'anywhere',
    [PHONE]: { fontSize: 12 },
  },
  small: {
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).secondary,
    overflowWrap: 'anywhere',
  },
  number: {
    textAlign: 'right',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
}));

function PodRow(props: { readonly pod: KubernetesPod }) {
  const { pod } = props;
  const classes = useStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const createdMs = Date.parse(pod.createdAt);
  return (
    <TableRow role="row">
      <TableCell component="th" scope="row" role="rowheader">
        <span className={classes.name}>{pod.name}</span>
        {pod.node && (
          <div className={classes.small}>
            {t('workloads.onNode', { node: pod.node })}
          </div>
        )}
      </TableCell>
      <TableCell role="cell">
        <StatusWord status={pod.status} size={16}>
          {pod.reason}
        </StatusWord>
        {pod.message && (
          <div className={classes.small}>
            <MessageText text={pod.message} />
          </div>
        )}
      </TableCell>
      <TableCell
        className={classes.number}
        role="cell"
        data-label={t('workloads.columnPodReady')}
      >
        {t('workloads.ready', {
          ready: String(pod.ready),
          desired: String(pod.containers),
        })}
      </TableCell>
      <TableCell
        className={classes.number}
        role="cell"
        data-label={t('workloads.columnPodRestarts')}
      >
        {pod.restarts}
      </TableCell>
      <TableCell
        className={classes.number}
        role="cell"
        data-label={t('workloads.columnPodAge')}
      >
        <time dateTime={pod.createdAt} title={words.full(createdMs)}>
          {words.duration(now - createdMs, true)}
        </time>
      </TableCell>
    </TableRow>
  );
}

/** The pods that are worth showing, what is not well first. */
export function WorkloadPods(props: {
  readonly pods: readonly KubernetesPod[];
  readonly podsCount: number;
  /** Class of the title. */
  readonly title: string;
}) {
  const { pods, podsCount, title } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const { items, next, showMore } = useShown(pods, SHOWN);
  const shown = t('workloads.podsShown', {
    shown: String(items.length),
    total: String(podsCount),
  });
  return (
    <div>
      <h4 className={title}>
        {items.length < podsCount
          ? `${t('workloads.pods')}, ${shown}`
          : t('workloads.pods')}
      </h4>
      {pods.length > 0 && (
        <div className={classes.box}>
          <DataTable
            label={t('workloads.pods')}
            minWidthPx={MIN_WIDTH_PX}
            columns={[
              { key: 'pod', label: t('workloads.columnPod'), widthPx: 280 },
              { key: 'state', label: t('workloads.columnPodState') },
              {
                key: 'ready',
                label: t('workloads.columnPodReady'),
                widthPx: 72,
                end: true,
              },
              {
                key: 'restarts',
                label: t('workloads.columnPodRestarts'),
                widthPx: 72,
                end: true,
              },
              {
                key: 'age',
                label: t('workloads.columnPodAge'),
                widthPx: 84,
                end: true,
              },
            ]}
          >
            {items.map(pod => (
              <PodRow key={pod.name} pod={pod} />
            ))}
          </DataTable>
        </div>
      )}
      {next > 0 && (
        <Button className={controls.text} onClick={showMore}>
          {t('workloads.showMore', { count: next })}
        </Button>
      )}
    </div>
  );
}
