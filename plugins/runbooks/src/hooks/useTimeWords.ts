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
      return t('status.duration.seconds', {
        seconds: String(duration.seconds),
      });
    case 'minutes':
      return t('status.duration.minutes', {
        minutes: String(duration.minutes),
      });
    case 'hours':
      return t('status.duration.hours', { hours: String(duration.hours) });
    case 'hoursMinutes':
      return t('status.duration.hoursMinutes', {
        hours: String(duration.hours),
        minutes: String(duration.minutes),
      });
    case 'days':
      return t('status.duration.days', { days: String(duration.days) });
    default:
      return t('status.duration.now');
  }
}

/** Instants and lengths of time as words in the viewer's language and time zone. */
export interface TimeWords extends TimeFormat {
  /** `38 min`; under a minute `just now`, or `47 s` when seconds matter. */
  duration(ms: number, withSeconds?: boolean): string;
}

/** Instants and lengths of time as words in the viewer's language and time zone. */
export function useTimeWords(): TimeWords {
  const t = useTexts();
  const languageApi = useApiHolder().get(appLanguageApiRef);
  const language = languageApi?.getLanguage().language ?? 'en';
  return useMemo(
    () => ({
      ...formatOf(language),
      duration: (ms, withSeconds) => durationWords(t, ms, withSeconds),
    }),
    [t, language],
  );
}
