import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import ButtonBase from '@material-ui/core/ButtonBase';
import Chip from '@material-ui/core/Chip';
import type {
  KubernetesWorkload,
  Observation,
} from '@callboard/plugin-callboard-common';
import { statusTokens } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { useWhyButtonStyles } from '../../theme/useWhyButtonStyles';
import { ActivityBadge } from '../ActivityBadge';
import { ExplanationText } from '../Explanation';
import { MessageText } from '../MessageText';
import { StatusWord } from '../StatusWord';
import { WhyDialog } from '../WhyDialog';
import { looksBetter, workloadStatus } from './settledStatus';
import { useWorkloadStyles } from './useWorkloadStyles';

const useStyles = makeStyles(theme => ({
  canary: {
    height: 18,
    margin: 0,
    fontSize: 12,
    color: statusTokens(theme).secondary,
    borderColor: statusTokens(theme).borderStrong,
  },
}));

type Props = {
  readonly workload: KubernetesWorkload;
  readonly observation: Observation;
};

function WorkloadWhy(props: Props) {
  const { workload, observation } = props;
  const { kind, name, canary, off } = workload;
  const { stale, production, source, observedAt } = observation;
  const classes = useWhyButtonStyles();
  const t = useTexts();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const status = workloadStatus(workload, observation);
  return (
    <>
      <ButtonBase
        className={classes.root}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={t('workloads.whyLabel', {
          kind,
          name,
          status: t(`status.word.${status}`),
        })}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('why.button')}
      </ButtonBase>
      <WhyDialog
        anchorEl={anchor}
        status={status}
        stale={stale}
        title={t(status === 'ok' ? 'workloads.whyGreen' : 'workloads.why', {
          kind,
          name,
        })}
        onClose={() => setAnchor(null)}
      >
        <ExplanationText
          explanation={workload.explanation}
          sentence={workload.summary}
          source={source}
          observedAt={observedAt}
          more={stale ? [[t('why.stale'), t('workloads.whyStale')]] : []}
          foot={[
            ...(looksBetter(workload, observation)
              ? [t('workloads.whyBetter')]
              : []),
            ...(off ? [t('why.off')] : []),
            ...(canary ? [t('workloads.canaryFoot')] : []),
            ...(production ? [] : [t('why.nonProduction')]),
          ]}
        />
      </WhyDialog>
    </>
  );
}

function Schedule(props: { readonly workload: KubernetesWorkload }) {
  const { schedule } = props.workload;
  const t = useTexts();
  if (schedule?.suspended) {
    return <span>{t('workloads.suspended')}</span>;
  }
  if (!schedule?.nextAt) {
    return null;
  }
  return (
    <span>
      <MessageText text={t('workloads.nextRun', { time: schedule.nextAt })} />
    </span>
  );
}

/** What goes with a status that is no tick. */
function StatusSentence(
  props: Props & { readonly status: ReturnType<typeof workloadStatus> },
) {
  const { workload, observation, status } = props;
  const { summary } = workload;
  const t = useTexts();
  if (looksBetter(workload, observation)) {
    return <MessageText text={t('workloads.better', { summary })} />;
  }
  return workload.status === 'ok' && status !== 'off' ? (
    <>{t('workloads.wasOk')}</>
  ) : (
    <MessageText text={summary} />
  );
}

/** How a workload is: icon and word, what goes on, and the way to why. */
export function WorkloadStatus(
  props: Props & {
    /** The row is open: everything may be asked. */
    readonly open: boolean;
  },
) {
  const { workload, observation, open } = props;
  const { activity, canary } = workload;
  const classes = useStyles();
  const table = useWorkloadStyles();
  const t = useTexts();
  const status = workloadStatus(workload, observation);
  return (
    <>
      <div className={table.status}>
        <StatusWord status={status} size={16} stale={observation.stale} />
        {(status !== 'ok' || open) && (
          <WorkloadWhy workload={workload} observation={observation} />
        )}
        {canary && (
          <Chip
            className={classes.canary}
            variant="outlined"
            size="small"
            label={t('workloads.canary')}
            title={t('workloads.canaryTitle')}
          />
        )}
      </div>
      <div className={table.small}>
        {activity && <ActivityBadge activity={activity} />}
        {!activity && status !== 'ok' && (
          <span>
            <StatusSentence
              workload={workload}
              observation={observation}
              status={status}
            />
          </span>
        )}
        <Schedule workload={workload} />
      </div>
    </>
  );
}
