import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { joinSentences } from '../../text/joinSentences';
import { MessageText } from '../MessageText';
import { SourceLink } from '../SourceLink';
import { StatusWord } from '../StatusWord';
import type { ClusterGroup } from './clusterGroups';
import { useWorkloadStyles } from './useWorkloadStyles';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: '2px 12px',
  },
  text: { flex: '1 1 240px', minWidth: 0 },
});

/** A cluster of which no workload is known: how it is, and why. */
export function ClusterLine(props: { readonly group: ClusterGroup }) {
  const { observation, detail } = props.group;
  const classes = useStyles();
  const table = useWorkloadStyles();
  const t = useTexts();
  const finding = observation.findings[0];
  const sentence = finding
    ? joinSentences(finding.message, finding.hint)
    : joinSentences(observation.summary, observation.staleMessage);
  return (
    <div className={classes.root}>
      <StatusWord
        status={observation.off ? 'off' : observation.status}
        stale={observation.stale}
      />
      <div className={classes.text}>
        {sentence && <MessageText text={sentence} />}
        <div className={table.small}>
          {detail ? t('workloads.noWorkloads') : t('workloads.noDetails')}
          {observation.status === 'unknown' && (
            <SourceLink source={observation.source} />
          )}
        </div>
      </div>
    </div>
  );
}
