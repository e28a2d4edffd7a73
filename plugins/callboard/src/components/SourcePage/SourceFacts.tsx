import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { SourceHealth } from '@callboard/plugin-callboard-common';
import { PHONE, statusTokens } from '@callboard/plugin-callboard-react';
import { useNumberWords } from '../../hooks/useNumberWords';
import { useTexts } from '../../hooks/useTexts';
import { rootRouteRef } from '../../routes';
import { LastGood } from '../SourcesPage';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
      gap: 1,
      margin: 0,
      // The gaps are the lines between the cells.
      background: tokens.border,
      borderTop: `1px solid ${tokens.border}`,
      [PHONE]: { gridTemplateColumns: '1fr 1fr' },
    },
    fact: {
      padding: '12px 16px 14px 24px',
      background: theme.palette.background.paper,
      overflowWrap: 'anywhere',
      fontVariantNumeric: 'tabular-nums',
      '& > dt, & > dd > span': {
        display: 'block',
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.secondary,
      },
      '& > dt': { marginBottom: 2 },
      '& > dd': { margin: 0 },
      [PHONE]: { padding: '8px 12px' },
    },
    wide: { [PHONE]: { gridColumn: '1 / -1' } },
    link: { fontWeight: 700, color: tokens.link },
  };
});

/** What asking a source costs, and whom it feeds. */
export function SourceFacts(props: {
  readonly source: SourceHealth;
  readonly pace: string;
}) {
  const { source, pace } = props;
  const { calls, bytes, latencyMs, services, staleServices } = source;
  const classes = useStyles();
  const t = useTexts();
  const numbers = useNumberWords();
  const board = useRouteRef(rootRouteRef);
  return (
    <dl className={classes.root}>
      <div className={`${classes.fact} ${classes.wide}`}>
        <dt>{t('source.services')}</dt>
        <dd>
          <Link
            className={classes.link}
            to={`${board()}?source=${encodeURIComponent(source.source)}`}
            aria-label={t('source.servicesLink', {
              source: source.source,
              total: String(services),
            })}
          >
            {numbers.count(services)}
          </Link>
          {staleServices > 0 && (
            <span>{t('source.stale', { count: staleServices })}</span>
          )}
          {services > 0 && staleServices === 0 && source.state === 'ok' && (
            <span>{t('source.noneStale')}</span>
          )}
        </dd>
      </div>
      <div className={classes.fact}>
        <dt>{t('source.lastGood')}</dt>
        <dd>
          <LastGood source={source} />
        </dd>
      </div>
      <div className={classes.fact}>
        <dt>{t('source.calls')}</dt>
        <dd>
          {numbers.count(calls)}
          <span>{pace}</span>
        </dd>
      </div>
      <div className={classes.fact}>
        <dt>{t('source.latency')}</dt>
        <dd>
          {latencyMs === undefined
            ? t('source.latencyNone')
            : t('sources.latency', { ms: numbers.count(latencyMs) })}
        </dd>
      </div>
      <div className={classes.fact}>
        <dt>{t('source.received')}</dt>
        <dd>{numbers.bytes(bytes)}</dd>
      </div>
    </dl>
  );
}
