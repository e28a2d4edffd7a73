import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import Card from '@material-ui/core/Card';
import type { SourceHealth } from '@callboard/plugin-callboard-common';
import {
  Glyph,
  PHONE,
  StatusIcon,
  statusTokens,
  useControlStyles,
  useNow,
  useStatusTokens,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useRefreshSources } from '../../hooks/useRefreshSources';
import { useTexts } from '../../hooks/useTexts';
import { MessageText } from '../MessageText';
import { SOURCE_TONES, useSourceWords } from '../SourcesPage';
import { SourceFacts } from './SourceFacts';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: '12px 16px',
    padding: '20px 24px',
    [PHONE]: { padding: '14px 12px' },
  },
  words: { flex: '1 1 320px', minWidth: 0, [PHONE]: { flexBasis: 240 } },
  name: {
    margin: 0,
    fontSize: 14,
    lineHeight: '20px',
    fontWeight: 400,
    color: statusTokens(theme).secondary,
    overflowWrap: 'anywhere',
  },
  state: {
    margin: 0,
    fontSize: 20,
    lineHeight: '28px',
    fontWeight: 700,
    fontVariantNumeric: 'tabular-nums',
    '& > span': { fontWeight: 400, color: theme.palette.text.primary },
  },
  sentences: {
    maxWidth: 720,
    margin: '2px 0 0',
    overflowWrap: 'anywhere',
  },
  refresh: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    marginLeft: 'auto',
  },
  said: {
    maxWidth: 280,
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).secondary,
  },
}));

function Refresh(props: { readonly source: SourceHealth }) {
  const { source, state: health } = props.source;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const { allowed, state, ask } = useRefreshSources();
  if (!allowed || health === 'not-observable') {
    return null;
  }
  const said = () => {
    switch (state.type) {
      case 'asked':
        return t('sources.refreshAsked', { source });
      case 'failed':
        return t('sources.refreshFailed', { source, reason: state.reason });
      default:
        return '';
    }
  };
  return (
    <div className={classes.refresh}>
      <span role="status" className={classes.said}>
        {said()}
      </span>
      <Button
        className={controls.button}
        title={t('sources.refresh', { source })}
        startIcon={<Glyph name="refresh" size={16} />}
        disabled={state.type === 'asking'}
        onClick={() => ask([source])}
      >
        {t('service.refresh')}
      </Button>
    </div>
  );
}

/** How a source is, since when, what comes next, what it costs and whom it feeds. */
export function SourceHeadline(props: { readonly source: SourceHealth }) {
  const { source } = props;
  const classes = useStyles();
  const tokens = useStatusTokens();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const tone = SOURCE_TONES[source.state];
  const { state, sentences, pace } = useSourceWords(source);
  const sinceMs =
    source.since && source.state !== 'ok'
      ? Date.parse(source.since)
      : undefined;
  return (
    <Card
      component="section"
      aria-label={t('source.label', { source: source.source })}
    >
      <div className={classes.head}>
        <StatusIcon status={tone} size={44} />
        <div className={classes.words}>
          <h2 className={classes.name}>{source.source}</h2>
          <p
            className={classes.state}
            style={{ color: tokens.tones[tone].text }}
          >
            {state}{' '}
            {sinceMs !== undefined && (
              <span>{words.since({ atMs: sinceMs, nowMs: now })}</span>
            )}
          </p>
          {sentences && (
            <p className={classes.sentences}>
              <MessageText text={sentences} />
            </p>
          )}
        </div>
        <Refresh source={source} />
      </div>
      <SourceFacts source={source} pace={pace} />
    </Card>
  );
}
