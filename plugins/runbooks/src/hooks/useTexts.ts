import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { runbooksTranslationRef } from '../translation';

/** The translation function of the texts of runbooks. */
export type Texts = TranslationFunction<typeof runbooksTranslationRef.T>;

/** The translation function of the texts of runbooks. */
export function useTexts(): Texts {
  return useTranslationRef(runbooksTranslationRef).t;
}
