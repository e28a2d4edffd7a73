import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { KubernetesWorkload } from '@callboard/plugin-callboard-common';
import {
  Instant,
  statusTokens,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { Texts, useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(136px, 1fr))',
    gap: '8px 16px',
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
    '& dt': {
      fontSize: 12,
      lineHeight: '16px',
      color: statusTokens(theme).secondary,
    },
    '& dd': {
      margin: 0,
      fontSize: 14,
      lineHeight: '20px',
      overflowWrap: 'anywhere',
    },
  },
}));

type Fact = readonly [label: string, value: ReactNode];

function replicaFacts(t: Texts, workload: KubernetesWorkload): Fact[] {
  const { replicas } = workload;
  if (!replicas) {
    return [];
  }
  const { desired, needed, ready, updated, available } = replicas;
  const of = (part: number) =>
    t('workloads.of', { part: String(part), total: String(desired) });
  return [
    [
      t('workloads.promise'),
      needed === undefined
        ? t('workloads.promiseWanted', { desired: String(desired) })
        : t('workloads.promiseOf', {
            desired: String(desired),
            needed: String(needed),
          }),
    ],
    [t('workloads.readyNow'), of(ready)],
    [t('workloads.updated'), of(updated)],
    [t('workloads.available'), of(available)],
  ];
}

function autoscalerFacts(t: Texts, workload: KubernetesWorkload): Fact[] {
  const { autoscaler } = workload;
  if (!autoscaler) {
    return [];
  }
  const { name, min, max, current, desired } = autoscaler;
  const numbers = {
    name,
    min: String(min),
    max: String(max),
    current: String(current),
  };
  return [
    [
      t('workloads.autoscaler'),
      current === desired
        ? t('workloads.autoscalerNow', numbers)
        : t('workloads.autoscalerWants', {
            ...numbers,
            desired: String(desired),
          }),
    ],
  ];
}

function scheduleFacts(t: Texts, workload: KubernetesWorkload): Fact[] {
  const { schedule: plan } = workload;
  if (!plan) {
    return [];
  }
  const { schedule, timeZone } = plan;
  const when = (at: string | undefined) =>
    at ? <Instant at={at} /> : t('workloads.never');
  return [
    [
      t('workloads.schedule'),
      timeZone ? t('workloads.scheduleZone', { schedule, timeZone }) : schedule,
    ],
    [t('workloads.lastRunLabel'), when(plan.lastAt)],
    [t('workloads.lastSuccess'), when(plan.lastSuccessAt)],
    [
      t('workloads.nextRunLabel'),
      plan.suspended || !plan.nextAt
        ? t(plan.suspended ? 'workloads.suspended' : 'workloads.notKnown')
        : when(plan.nextAt),
    ],
  ];
}

/** What is promised and what is there, in numbers. */
export function WorkloadFacts(props: {
  readonly workload: KubernetesWorkload;
}) {
  const { workload } = props;
  const classes = useStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const createdMs = Date.parse(workload.createdAt);
  const facts: Fact[] = [
    ...replicaFacts(t, workload),
    ...autoscalerFacts(t, workload),
    ...scheduleFacts(t, workload),
    [
      t('workloads.age'),
      <time dateTime={workload.createdAt} title={words.full(createdMs)}>
        {words.duration(now - createdMs, true)}
      </time>,
    ],
  ];
  return (
    <dl className={classes.root}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
