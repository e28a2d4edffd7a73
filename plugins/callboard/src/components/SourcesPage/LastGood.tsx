import type { SourceHealth } from '@callboard/plugin-callboard-common';
import { useNow, useTimeWords } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const MINUTE_MS = 60_000;

/** When a source last answered in full. */
export function LastGood(props: { readonly source: SourceHealth }) {
  const { lastGoodAt, state } = props.source;
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  if (!lastGoodAt) {
    return (
      <>
        {state === 'starting'
          ? t('sources.lastGoodNotYet')
          : t('sources.lastGoodNever')}
      </>
    );
  }
  const at = Date.parse(lastGoodAt);
  return (
    <time dateTime={lastGoodAt} title={words.full(at)}>
      {now - at < MINUTE_MS
        ? words.seconds(at)
        : t('sources.lastGoodAgo', {
            time: words.short(at, now),
            ago: t('status.ago', { duration: words.duration(now - at) }),
          })}
    </time>
  );
}
