import { makeStyles } from '@material-ui/core/styles';
import type {
  Aspect,
  AspectStatus,
  ServiceDetail,
} from '@callboard/plugin-callboard-common';
import { ASPECTS } from '@callboard/plugin-callboard-common';
import {
  statusTokens,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { AspectIcon } from '../AspectIcon';
import { MessageText } from '../MessageText';
import { StaleMark } from '../StaleMark';
import { StatusWord } from '../StatusWord';
import { WhyButton } from '../WhyButton';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: { margin: 0, padding: 0, listStyle: 'none' },
    row: {
      display: 'grid',
      gridTemplateColumns: '20px 88px max-content minmax(0, 1fr) max-content',
      alignItems: 'center',
      gap: '0 6px',
      minHeight: 36,
      padding: '6px 8px 6px 16px',
      borderTop: `1px solid ${tokens.border}`,
    },
    name: { fontWeight: 700 },
    word: { fontSize: 13 },
    more: {
      minWidth: 0,
      textAlign: 'right',
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
    },
    summary: {
      display: 'block',
      overflowWrap: 'anywhere',
    },
  };
});

function CardAspect(props: {
  readonly entityRef: string;
  readonly aspect: Aspect;
  readonly known: AspectStatus;
}) {
  const { entityRef, aspect, known } = props;
  const classes = useStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const since = words.since({
    atMs: Date.parse(known.since),
    nowMs: now,
    atLeast: known.atLeast,
  });
  return (
    <li className={classes.row}>
      <AspectIcon aspect={aspect} size={18} />
      <span className={classes.name}>{t(`status.aspect.${aspect}`)}</span>
      <StatusWord
        className={classes.word}
        status={known.off ? 'off' : known.status}
        size={16}
      />
      <span className={classes.more}>
        <span className={classes.summary} title={since}>
          <MessageText text={known.summary} />
        </span>
        {known.stale && <StaleMark observedAt={known.observedAt} />}
      </span>
      <WhyButton entityRef={entityRef} aspect={aspect} status={known.status} />
    </li>
  );
}

/** Every aspect that the service has, one line each. */
export function CardAspects(props: { readonly service: ServiceDetail }) {
  const { service } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <ul className={classes.root} aria-label={t('service.aspects')}>
      {ASPECTS.map(aspect => {
        const known = service.aspects[aspect];
        return (
          known && (
            <CardAspect
              key={aspect}
              entityRef={service.entityRef}
              aspect={aspect}
              known={known}
            />
          )
        );
      })}
    </ul>
  );
}
