import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { callboardTranslationRef } from '../translation';

/** The translation function of Callboard's texts. */
export type Texts = TranslationFunction<typeof callboardTranslationRef.T>;

/** The translation function of Callboard's texts. */
export function useTexts(): Texts {
  return useTranslationRef(callboardTranslationRef).t;
}
