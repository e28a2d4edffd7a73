import { makeStyles } from '@material-ui/core/styles';
import type { SourceHealth } from '@callboard/plugin-callboard-common';
import { useNow } from '../../hooks/useNow';
import { useTexts } from '../../hooks/useTexts';
import { useTimeWords } from '../../hooks/useTimeWords';
import { joinSentences } from '../../text/joinSentences';
import { statusTokens } from '../../theme/statusTokens';
import { MessageText } from '../MessageText';
import { StatusWord } from '../StatusWord';
import { SOURCE_TONES } from './sourceTones';

const SECOND_MS = 1_000;

const useStyles = makeStyles(theme => ({
  more: {
    maxWidth: 640,
    marginTop: 1,
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).secondary,
    overflowWrap: 'anywhere',
  },
}));

/** How a source is, in words, with the next step. */
export function SourceHealthWords(props: { readonly source: SourceHealth }) {
  const { source } = props;
  const { state, message, nextTryAt, staleServices, findings } = source;
  const classes = useStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow(SECOND_MS);

  const nextTryMs = nextTryAt ? Date.parse(nextTryAt) - now : undefined;
  const nextTry = () => {
    if (nextTryMs === undefined || state === 'ok') {
      return undefined;
    }
    return nextTryMs > 0
      ? t('sources.nextTry', { duration: words.duration(nextTryMs, true) })
      : t('sources.nextTryNow');
  };
  const sentences = joinSentences(
    message ?? (state === 'starting' ? t('sources.firstLook') : undefined),
    nextTry(),
    staleServices > 0
      ? t('sources.staleServices', { count: staleServices })
      : undefined,
    source.production ? undefined : t('sources.nonProduction'),
  );

  return (
    <>
      <StatusWord status={SOURCE_TONES[state]}>
        {t(`sources.state.${state}`)}
      </StatusWord>
      {sentences && (
        <div className={classes.more}>
          <MessageText text={sentences} />
        </div>
      )}
      {findings.map(finding => (
        <div key={finding.code} className={classes.more}>
          <MessageText text={joinSentences(finding.message, finding.hint)} />
        </div>
      ))}
    </>
  );
}
