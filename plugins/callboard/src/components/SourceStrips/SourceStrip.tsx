import { Link } from '@backstage/core-components';
import {
  Strip,
  TimeWords,
  useControlStyles,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { TroubledSource } from '../../board/sourceStrips';
import { useSourcePath } from '../../hooks/useSourcePath';
import { Texts, useTexts } from '../../hooks/useTexts';
import { joinSentences } from '../../text/joinSentences';
import { MessageText } from '../MessageText';

const HOUR_MS = 60 * 60 * 1000;
const SECOND_MS = 1_000;

function whatAndSince(options: {
  readonly source: TroubledSource;
  readonly t: Texts;
  readonly words: TimeWords;
  readonly nowMs: number;
}): string {
  const { source, t, words, nowMs } = options;
  const what = t(`board.strip.${source.state}`, { source: source.source });
  if (!source.since) {
    return t('board.stripPlain', { what });
  }
  const sinceMs = Date.parse(source.since);
  // A fresh outage is felt by its length, an old one by its start.
  return nowMs - sinceMs < HOUR_MS
    ? t('board.stripFor', {
        what,
        duration: words.duration(nowMs - sinceMs, true),
      })
    : t('board.stripSince', { what, instant: words.short(sinceMs, nowMs) });
}

function effect(source: TroubledSource, t: Texts): string {
  if (source.staleServices > 0) {
    return t('board.stripStale', { count: source.staleServices });
  }
  return source.state === 'forbidden'
    ? t('board.stripUnknown', { count: source.services })
    : t('board.stripFeeds', { count: source.services });
}

/** Another sentence follows. */
function withStop(message: string): string {
  return /[.!?:…]$/.test(message) ? message : `${message}.`;
}

/** A source in trouble, by its effect: stale is amber, unknown violet. */
export function SourceStrip(props: { readonly source: TroubledSource }) {
  const { source } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow(SECOND_MS);
  const sourcePath = useSourcePath();
  const nextTryMs = source.nextTryAt ? Date.parse(source.nextTryAt) - now : 0;
  const unknown = source.state === 'forbidden' && source.staleServices === 0;
  return (
    <Strip
      tone={unknown ? 'unknown' : 'warning'}
      action={
        <Link className={controls.link} to={sourcePath(source.source)}>
          {t('board.sourceLink')}
        </Link>
      }
    >
      {/* Ages tick and would be read aloud again and again. */}
      <b aria-live="off">
        {whatAndSince({ source, t, words, nowMs: now })}
      </b>{' '}
      <MessageText
        text={joinSentences(
          effect(source, t),
          source.message && withStop(source.message),
        )}
      />{' '}
      {nextTryMs > 0 && (
        <span aria-live="off">
          {t('status.nextTryIn', { duration: words.duration(nextTryMs, true) })}
        </span>
      )}
    </Strip>
  );
}
