import { makeStyles } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { ServiceDetail } from '@callboard/plugin-callboard-common';
import {
  PHONE,
  Since,
  StatusIcon,
  statusTokens,
  useNow,
  useStatusTokens,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import type { RunbookOf } from '../../hooks/useRunbooks';
import { useTexts } from '../../hooks/useTexts';
import { ActivityBadge } from '../ActivityBadge';
import type { ListedFinding } from '../Findings';
import { MessageText } from '../MessageText';
import { StaleMark } from '../StaleMark';
import { headline, lastSeen } from './headline';
import { HeadlineRunbook } from './HeadlineRunbook';
import { RefreshButton } from './RefreshButton';

const ICON_PX = 44;
const ICON_PHONE_PX = 36;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: '16px 24px',
    padding: '20px 24px 16px',
    [PHONE]: { padding: '16px 12px' },
  },
  big: {
    display: 'flex',
    flex: '1 1 320px',
    minWidth: 0,
    alignItems: 'flex-start',
    gap: 16,
    [PHONE]: { gap: 10 },
  },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  status: { margin: 0, fontSize: 24, lineHeight: '30px', fontWeight: 700 },
  since: {
    display: 'inline-block',
    fontWeight: 400,
    color: theme.palette.text.primary,
  },
  why: {
    margin: '4px 0 0',
    fontSize: 18,
    lineHeight: '26px',
    [PHONE]: { fontSize: 16, lineHeight: '22px' },
  },
  more: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 12px',
    marginTop: 4,
    color: statusTokens(theme).secondary,
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** What someone at 3 a.m. reads first: status, since when, why, and what goes on. */
export function TabHeadline(props: {
  readonly service: ServiceDetail;
  readonly problems: readonly ListedFinding[];
  readonly runbookOf: RunbookOf;
}) {
  const { service, problems, runbookOf } = props;
  const classes = useStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const tokens = useStatusTokens();
  const phone = useMediaQuery(PHONE, { noSsr: true });
  const { status, since, atLeast, why, activities, notOkSince } =
    headline(service);
  return (
    <div className={classes.root}>
      <div className={classes.big}>
        <StatusIcon status={status} size={phone ? ICON_PHONE_PX : ICON_PX} />
        <div className={classes.words}>
          <h2 className={classes.status}>
            <span style={{ color: tokens.tones[status].text }}>
              {t(`status.word.${status}`)}
            </span>{' '}
            <Since className={classes.since} at={since} atLeast={atLeast} />
          </h2>
          <p className={classes.why}>
            {why ? <MessageText text={why} /> : t('service.nothingToReport')}
          </p>
          <div className={classes.more}>
            {activities.map(activity => (
              <ActivityBadge key={activity.message} activity={activity} />
            ))}
            {service.stale && <StaleMark observedAt={lastSeen(service)} />}
            {notOkSince && (
              <span>
                {t('service.notOkSince', {
                  instant: words.short(Date.parse(notOkSince), now),
                  duration: words.duration(now - Date.parse(notOkSince)),
                })}
              </span>
            )}
          </div>
        </div>
      </div>
      <HeadlineRunbook problems={problems} runbookOf={runbookOf}>
        <RefreshButton service={service} />
      </HeadlineRunbook>
    </div>
  );
}
