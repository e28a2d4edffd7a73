import { useMemo } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';
import { toDuration } from '../time/duration';
import { createTimeFormat, TimeFormat } from '../time/timeFormat';
import { Texts, useTexts } from './useTexts';

/** British English is what the texts themselves are written in: day before month, 24 hours. */
const DEFAULT_LOCALE = 'en-GB';
const formats = new Map<string, TimeFormat>();

function formatOf(language: string): TimeFormat {
  const locale = language === 'en' ? DEFAULT_LOCALE : language;
  const known = formats.get(locale);
  if (known) {
    return known;
  }
  const format = createTimeFormat({ locale });
  formats.set(locale, format);
  return format;
}

function durationWords(t: Texts, ms: number, withSeconds?: boolean): string {
  const duration = toDuration(ms, withSeconds);
  switch (duration.unit) {
    case 'seconds':
      return t('time.duration.seconds', {
        seconds: String(duration.seconds),
      });
    case 'minutes':
      return t('time.duration.minutes', {
        minutes: String(duration.minutes),
      });
    case 'hours':
      return t('time.duration.hours', { hours: String(duration.hours) });
    case 'hoursMinutes':
      return t('time.duration.hoursMinutes', {
        hours: String(duration.hours),
        minutes: String(duration.minutes),
      });
    case 'days':
      return t('time.duration.days', { days: String(duration.days) });
    default:
      return t('time.duration.now');
  }
}

/**
 * Instants and lengths of time as words in the viewer's language and time zone.
 * @public
 */
export interface TimeWords extends TimeFormat {
  /** `38 min`; under a minute `just now`, or `47 s` when seconds matter. */
  duration(ms: number, withSeconds?: boolean): string;
  /** `since 14:02 (38 min)` */
  since(options: {
    readonly atMs: number;
    readonly nowMs: number;
    /** It may have begun earlier. */
    readonly atLeast?: boolean;
  }): string;
}

/**
 * Instants and lengths of time as words in the viewer's language and time zone.
 * @public
 */
export function useTimeWords(): TimeWords {
  const t = useTexts();
  const languageApi = useApiHolder().get(appLanguageApiRef);
  const language = languageApi?.getLanguage().language ?? 'en';
  return useMemo(() => {
    const format = formatOf(language);
    return {
      ...format,
      duration: (ms, withSeconds) => durationWords(t, ms, withSeconds),
      since: ({ atMs, nowMs, atLeast }) =>
        t(atLeast ? 'time.sinceAtLeast' : 'time.since', {
          instant: format.short(atMs, nowMs),
          duration: durationWords(t, nowMs - atMs),
        }),
    };
  }, [t, language]);
}
