import { useId, useState } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import type {
  KubernetesDetail,
  KubernetesWorkload,
  Observation,
} from '@callboard/plugin-callboard-common';
import { Glyph } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { MessageText } from '../MessageText';
import { useWorkloadStyles } from './useWorkloadStyles';
import { WorkloadDetails } from './WorkloadDetails';
import { WorkloadStatus } from './WorkloadStatus';

const COLUMNS_COUNT = 5;

function Ready(props: { readonly workload: KubernetesWorkload }) {
  const { replicas, schedule, autoscaler } = props.workload;
  const classes = useWorkloadStyles();
  const t = useTexts();
  if (replicas) {
    return (
      <>
        {t('workloads.ready', {
          ready: String(replicas.ready),
          desired: String(replicas.desired),
        })}
        {autoscaler && (
          <div className={classes.small}>
            {t('workloads.scaled', {
              min: String(autoscaler.min),
              max: String(autoscaler.max),
            })}
          </div>
        )}
      </>
    );
  }
  if (!schedule) {
    return <>–</>;
  }
  if (!schedule.lastAt) {
    return <>{t('workloads.neverRan')}</>;
  }
  return (
    <MessageText text={t('workloads.lastRun', { time: schedule.lastAt })} />
  );
}

/** One workload: how much of its promise is kept, in which version; opens to everything else. */
export function WorkloadRow(props: {
  readonly workload: KubernetesWorkload;
  readonly detail: KubernetesDetail;
  readonly observation: Observation;
  /** Names the namespace too. */
  readonly named: boolean;
}) {
  const { workload, detail, observation, named } = props;
  const { kind, namespace, name, versions, images, restarts } = workload;
  const classes = useWorkloadStyles();
  const t = useTexts();
  const id = useId();
  const [open, setOpen] = useState(false);
  const wide = [
    classes.cell,
    classes.wide,
    ...(observation.stale ? [classes.past] : []),
  ].join(' ');
  return (
    <>
      <TableRow role="row">
        <TableCell
          component="th"
          scope="row"
          role="rowheader"
          className={classes.cell}
        >
          <ButtonBase
            className={classes.toggle}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            aria-label={t('workloads.showDetails', { kind, name })}
            onClick={() => setOpen(!open)}
          >
            <Glyph
              name={open ? 'down' : 'right'}
              size={16}
              className={classes.chevron}
            />
            <span className={classes.name}>
              <b>{name}</b>
              <span className={classes.small}>
                {named ? t('workloads.kindIn', { kind, namespace }) : kind}
              </span>
            </span>
          </ButtonBase>
        </TableCell>
        <TableCell role="cell" className={`${wide} ${classes.number}`}>
          <Ready workload={workload} />
        </TableCell>
        <TableCell
          role="cell"
          className={`${wide} ${classes.version}`}
          title={images.map(({ image }) => image).join('\n')}
        >
          {versions.join(', ') || '–'}
        </TableCell>
        <TableCell role="cell" className={`${wide} ${classes.number}`}>
          {restarts}
        </TableCell>
        <TableCell role="cell" className={classes.cell}>
          <WorkloadStatus
            workload={workload}
            observation={observation}
            open={open}
          />
        </TableCell>
      </TableRow>
      {open && (
        <TableRow role="row" id={id}>
          <TableCell
            role="cell"
            className={classes.details}
            colSpan={COLUMNS_COUNT}
          >
            <WorkloadDetails workload={workload} detail={detail} />
          </TableCell>
        </TableRow>
      )}
    </>
  );
}
