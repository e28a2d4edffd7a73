import { makeStyles } from '@material-ui/core/styles';
import type { KubernetesWorkload } from '@callboard/plugin-callboard-common';
import { Instant, statusTokens } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { MessageText } from '../MessageText';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      border: `1px solid ${tokens.border}`,
      borderRadius: 4,
      background: theme.palette.background.paper,
      '& > li': { padding: '8px 12px', overflowWrap: 'anywhere' },
      '& > li + li': { borderTop: `1px solid ${tokens.border}` },
    },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: '0 8px',
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
      fontVariantNumeric: 'tabular-nums',
    },
  };
});

/** Warning events, folded by reason, the newest first. */
export function WorkloadEvents(props: {
  readonly events: KubernetesWorkload['events'];
  /** Class of the title. */
  readonly title: string;
}) {
  const { events, title } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <div>
      <h4 className={title}>{t('workloads.events')}</h4>
      <ul className={classes.list}>
        {events.map(({ reason, message, object, objects, count, lastAt }) => (
          <li key={reason}>
            <b>{reason}</b> <MessageText text={message} />
            <div className={classes.facts}>
              <span>
                {objects > 1
                  ? t('workloads.eventObjects', {
                      count: objects - 1,
                      object,
                    })
                  : object}
              </span>
              <span>{t('workloads.eventTimes', { count })}</span>
              <span>
                {t('workloads.eventLast')} <Instant at={lastAt} />
              </span>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
