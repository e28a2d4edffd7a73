import { makeStyles } from '@material-ui/core/styles';
import type { KubernetesClusterDetail } from '@callboard/plugin-callboard-common';
import { Panel, statusTokens } from '@callboard/plugin-callboard-react';
import { useNumberWords } from '../../hooks/useNumberWords';
import { useTexts } from '../../hooks/useTexts';
import { OutLink } from '../OutLink';
import { fullnessOf, shareOf } from './share';
import { ShareBar } from './ShareBar';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    list: {
      display: 'grid',
      gap: 14,
      margin: 0,
      padding: '12px 16px 16px',
      fontVariantNumeric: 'tabular-nums',
      '& dt': { fontWeight: 700 },
      '& dd': { margin: 0 },
    },
    words: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: '0 8px',
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
    },
    strong: { fontWeight: 700, color: theme.palette.text.primary },
    about: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: '4px 16px',
      padding: '10px 16px',
      borderBottom: `1px solid ${tokens.border}`,
      '& > span > span': {
        marginRight: 6,
        fontSize: 12,
        color: tokens.secondary,
      },
    },
    unknown: {
      margin: 0,
      padding: '12px 16px 0',
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
    },
  };
});

/** What pods request, against what the nodes offer; and which cluster this is. */
export function Capacity(props: { readonly cluster: KubernetesClusterDetail }) {
  const { cluster } = props;
  const { requested, allocatable, title, version, dashboardUrl } = cluster;
  const classes = useStyles();
  const t = useTexts();
  const numbers = useNumberWords();
  const amounts = [
    {
      name: 'cpu',
      part: requested.cpuMillis,
      total: allocatable.cpuMillis,
      words: numbers.cores,
    },
    {
      name: 'memory',
      part: requested.memoryBytes,
      total: allocatable.memoryBytes,
      words: numbers.bytes,
    },
    {
      name: 'pods',
      part: requested.pods,
      total: allocatable.pods,
      words: numbers.count,
    },
  ] as const;
  const isKnown = amounts.some(({ total }) => total > 0);
  return (
    <Panel title={title ?? t('cluster.about')}>
      <div className={classes.about}>
        <span>
          <span>{t('cluster.version')}</span>
          {version ?? t('cluster.versionNone')}
        </span>
        {dashboardUrl && (
          <OutLink title={t('cluster.dashboard')} url={dashboardUrl} />
        )}
      </div>
      {!isKnown && (
        <p className={classes.unknown}>{t('cluster.capacityUnknown')}</p>
      )}
      <dl className={classes.list} aria-label={t('cluster.capacity')}>
        {amounts.map(({ name, part, total, words }) => {
          const share = shareOf(part, total);
          return (
            <div key={name}>
              <dt>{t(`cluster.${name}`)}</dt>
              <dd>
                {share === undefined ? (
                  t(`cluster.${name}Only`, { part: words(part) })
                ) : (
                  <>
                    {t(`cluster.${name}Of`, {
                      part: words(part),
                      total: words(total),
                    })}
                    <ShareBar share={share} />
                    <div className={classes.words}>
                      <span>
                        {t('cluster.percent', {
                          percent: numbers.percent(share),
                        })}
                      </span>
                      <span
                        className={
                          fullnessOf(share) === 'room'
                            ? undefined
                            : classes.strong
                        }
                      >
                        {t(`cluster.${fullnessOf(share)}`)}
                      </span>
                    </div>
                  </>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Panel>
  );
}
