import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ServiceDetail } from '@callboard/plugin-callboard-common';
import {
  Instant,
  PHONE,
  statusTokens,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { OutLink } from '../OutLink';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
      margin: 0,
      borderTop: `1px solid ${tokens.border}`,
      [PHONE]: { gridTemplateColumns: '1fr 1fr' },
    },
    fact: {
      padding: '12px 16px 14px 24px',
      overflowWrap: 'anywhere',
      '& + &': { borderLeft: `1px solid ${tokens.border}` },
      '& > dt, & > dd > span': {
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.secondary,
      },
      '& > dt': { marginBottom: 2 },
      '& > dd': { margin: 0 },
      [PHONE]: { padding: '8px 12px' },
    },
    // Three facts on a phone: the change takes the whole second line.
    wide: {
      [PHONE]: {
        order: 1,
        gridColumn: '1 / -1',
        '$fact + &': {
          borderLeft: 0,
          borderTop: `1px solid ${tokens.border}`,
        },
      },
    },
    link: { fontWeight: 700, color: tokens.link },
  };
});

function Impact(props: { readonly service: ServiceDetail }) {
  const { status, impact } = props.service;
  const t = useTexts();
  if (status === 'ok' || status === 'none') {
    return <b>{t('service.impactNone')}</b>;
  }
  if (status === 'unknown') {
    return <b>{t('service.impactUnknown')}</b>;
  }
  switch (impact) {
    case 'live':
      return (
        <>
          <b>{t('service.impactLive')}</b>
          <br />
          <span>{t('service.impactLiveHint')}</span>
        </>
      );
    case 'delivery':
      return (
        <>
          <b>{t('service.impactDelivery')}</b>
          <br />
          <span>{t('service.impactDeliveryHint')}</span>
        </>
      );
    default:
      return <b>{t('service.impactUnknown')}</b>;
  }
}

function LastChange(props: { readonly service: ServiceDetail }) {
  const { lastChange, since, status } = props.service;
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  if (!lastChange) {
    return <span>{t('service.changeNone')}</span>;
  }
  const beforeMs = Date.parse(since) - Date.parse(lastChange.at);
  const before =
    status !== 'ok' && beforeMs > 0
      ? t('service.changeBefore', { duration: words.duration(beforeMs, true) })
      : t('status.ago', {
          duration: words.duration(now - Date.parse(lastChange.at)),
        });
  return (
    <>
      <b>{lastChange.title}</b>{' '}
      <span>
        <Instant at={lastChange.at} />, {before}
      </span>
      <br />
      <span>
        {lastChange.actor &&
          `${t('service.changeBy', { actor: lastChange.actor })} `}
        {lastChange.url && (
          <OutLink title={t('service.changeLook')} url={lastChange.url} />
        )}
      </span>
    </>
  );
}

/** Whose it is, what happened before it, and who feels it. */
export function Facts(props: { readonly service: ServiceDetail }) {
  const { service } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <dl className={classes.root}>
      <div className={classes.fact}>
        <dt>{t('service.owner')}</dt>
        <dd>
          {service.owner ? (
            <EntityRefLink
              className={classes.link}
              entityRef={service.owner}
              defaultKind="group"
            />
          ) : (
            t('service.ownerNone')
          )}
        </dd>
      </div>
      <div className={`${classes.fact} ${classes.wide}`}>
        <dt>
          {service.status === 'ok'
            ? t('service.lastChange')
            : t('service.lastChangeBefore')}
        </dt>
        <dd>
          <LastChange service={service} />
        </dd>
      </div>
      <div className={classes.fact}>
        <dt>{t('service.impact')}</dt>
        <dd>
          <Impact service={service} />
        </dd>
      </div>
    </dl>
  );
}
