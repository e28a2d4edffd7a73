import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { callboardTranslationRef } from '../translation';

/** The translation function of Callboard's texts. */
export function useTexts() {
  return useTranslationRef(callboardTranslationRef).t;
}

/** What {@link useTexts} gives. */
export type Texts = ReturnType<typeof useTexts>;
