import { useCallback } from 'react';
import type { Matcher } from '@callboard/plugin-runbooks-common';
import { useTexts } from './useTexts';

/** What a runbook is for, in a few words: "crash-loop", "alert KubePodCrashLooping". */
export function useMatcherWords(): (matcher: Matcher) => string {
  const t = useTexts();
  return useCallback(
    ({ aspect, code, alertname, runbookUrl }) => {
      const others = [
        code,
        alertname && t('editor.matcherAlert', { name: alertname }),
        runbookUrl,
      ].filter((word): word is string => Boolean(word));
      if (!aspect) {
        return others.join(', ');
      }
      return others.length > 0
        ? [aspect, ...others].join(', ')
        : t('editor.matcherAspect', { aspect });
    },
    [t],
  );
}
