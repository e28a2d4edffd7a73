import { makeStyles } from '@material-ui/core/styles';
import type { ServiceDetail } from '@callboard/plugin-callboard-common';
import {
  Since,
  StatusIcon,
  useStatusTokens,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { ActivityBadge } from '../ActivityBadge';
import { MessageText } from '../MessageText';
import { headline } from '../ServiceTab/headline';

const useStyles = makeStyles({
  root: { padding: '12px 16px' },
  first: { display: 'flex', alignItems: 'center', gap: 10 },
  status: { fontSize: 18, lineHeight: '24px' },
  since: { fontSize: 14 },
  why: { marginTop: 4, overflowWrap: 'anywhere' },
  activity: { marginTop: 4 },
});

/** How the service is, since when and why, in the size of a card. */
export function CardHeadline(props: { readonly service: ServiceDetail }) {
  const classes = useStyles();
  const t = useTexts();
  const tokens = useStatusTokens();
  const { status, since, atLeast, why, activities } = headline(props.service);
  return (
    <div className={classes.root}>
      <div className={classes.first}>
        <StatusIcon status={status} size={24} />
        <span className={classes.status}>
          <b style={{ color: tokens.tones[status].text }}>
            {t(`status.word.${status}`)}
          </b>{' '}
          <Since className={classes.since} at={since} atLeast={atLeast} />
        </span>
      </div>
      <div className={classes.why}>
        {why ? <MessageText text={why} /> : t('service.nothingToReport')}
      </div>
      {activities.map(activity => (
        <div key={activity.message} className={classes.activity}>
          <ActivityBadge activity={activity} />
        </div>
      ))}
    </div>
  );
}
