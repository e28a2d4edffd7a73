import { makeStyles } from '@material-ui/core/styles';
import Card from '@material-ui/core/Card';
import type {
  Aspect,
  AspectStatus,
  ServiceDetail,
} from '@callboard/plugin-callboard-common';
import { ASPECTS, isHealthAspect } from '@callboard/plugin-callboard-common';
import {
  PHONE,
  statusTokens,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { ActivityBadge } from '../ActivityBadge';
import { AspectIcon } from '../AspectIcon';
import { MessageText } from '../MessageText';
import { StaleMark } from '../StaleMark';
import { StatusWord } from '../StatusWord';
import { WhyButton } from '../WhyButton';

const MAX_LINES_COUNT = 2;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(190px, 1fr))',
      gap: 1,
      // The gaps are the lines between the cells.
      background: tokens.border,
      [PHONE]: { gridTemplateColumns: '1fr' },
    },
    aspect: {
      minWidth: 0,
      padding: '12px 16px',
      overflowWrap: 'anywhere',
      background: theme.palette.background.paper,
      [PHONE]: { padding: '10px 12px' },
    },
    name: {
      display: 'flex',
      alignItems: 'center',
      gap: 6,
      margin: '0 0 6px',
      fontSize: 14,
      lineHeight: '20px',
      fontWeight: 700,
    },
    status: {
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'center',
      gap: 8,
    },
    summary: { marginTop: 2 },
    // One or two aspects would leave cells half empty: each becomes a line.
    lines: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      '& $aspect': {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '2px 24px',
        [PHONE]: { display: 'block' },
      },
      '& $name, & $summary, & $more': {
        margin: 0,
        [PHONE]: { marginTop: 2 },
      },
    },
    more: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: '2px 8px',
      marginTop: 2,
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
      fontVariantNumeric: 'tabular-nums',
    },
  };
});

function Seen(props: { readonly known: AspectStatus }) {
  const { observedAt, stale } = props.known;
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  if (stale) {
    return <StaleMark observedAt={observedAt} />;
  }
  return (
    <span>
      {observedAt
        ? t('service.seen', { time: words.short(Date.parse(observedAt), now) })
        : t('service.seenNever')}
    </span>
  );
}

function AspectCell(props: {
  readonly entityRef: string;
  readonly aspect: Aspect;
  readonly known: AspectStatus | undefined;
}) {
  const { entityRef, aspect, known } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <div className={classes.aspect}>
      <h3 className={classes.name}>
        <AspectIcon aspect={aspect} size={18} />
        {t(`status.aspect.${aspect}`)}
      </h3>
      {known ? (
        <>
          <div className={classes.status}>
            <StatusWord status={known.off ? 'off' : known.status} />
            <WhyButton
              entityRef={entityRef}
              aspect={aspect}
              status={known.status}
            />
          </div>
          <div className={classes.summary}>
            <MessageText text={known.summary} />
          </div>
          <div className={classes.more}>
            {!isHealthAspect(aspect) && <span>{t('service.readiness')}</span>}
            <Seen known={known} />
            {known.flapping && <span>{t('status.flapping')}</span>}
            {known.activity && <ActivityBadge activity={known.activity} />}
          </div>
        </>
      ) : (
        <>
          <StatusWord status="none">{t('service.notApplicable')}</StatusWord>
          <div className={classes.more}>{t('service.notApplicableHint')}</div>
        </>
      )}
    </div>
  );
}

/** The sides of the service that are observed, or waived: how each is, and why. */
export function Aspects(props: { readonly service: ServiceDetail }) {
  const { service } = props;
  const classes = useStyles();
  const t = useTexts();
  const shown = ASPECTS.filter(
    aspect => service.aspects[aspect] || service.notApplicable.includes(aspect),
  );
  if (shown.length === 0) {
    return null;
  }
  return (
    <Card
      component="section"
      className={
        shown.length <= MAX_LINES_COUNT
          ? `${classes.root} ${classes.lines}`
          : classes.root
      }
      aria-label={t('service.aspects')}
    >
      {shown.map(aspect => (
        <AspectCell
          key={aspect}
          entityRef={service.entityRef}
          aspect={aspect}
          known={service.aspects[aspect]}
        />
      ))}
    </Card>
  );
}
