import type { SourceHealth } from '@callboard/plugin-callboard-common';
import { useNow, useTimeWords } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { joinSentences } from '../../text/joinSentences';

const SECOND_MS = 1_000;

/** How a source is, in words. */
export interface SourceWords {
  /** "Watching", "Unreachable". */
  readonly state: string;
  /** What is wrong and what comes next; empty where there is nothing to say. */
  readonly sentences: string;
  /** "every 30 s", or "live" where it tells its changes by itself. */
  readonly pace: string;
}

/** Puts a source's health into words, with the next step. */
export function useSourceWords(source: SourceHealth): SourceWords {
  const { state, message, nextTryAt, staleServices, watched } = source;
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
  const pace = () => {
    if (state === 'not-observable') {
      return '–';
    }
    return watched && state === 'ok'
      ? t('sources.live')
      : t('sources.every', {
          interval: words.duration(source.intervalSeconds * SECOND_MS, true),
        });
  };
  return {
    state:
      watched && state === 'ok'
        ? t('sources.watching')
        : t(`sources.state.${state}`),
    sentences: joinSentences(
      message ?? (state === 'starting' ? t('sources.firstLook') : undefined),
      nextTry(),
      staleServices > 0
        ? t('sources.staleServices', { count: staleServices })
        : undefined,
      source.production ? undefined : t('sources.nonProduction'),
    ),
    pace: pace(),
  };
}
