import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { callboardReactTranslationRef } from '../translation';

/** The translation function of the library's own texts. */
export type Texts = TranslationFunction<typeof callboardReactTranslationRef.T>;

/** The translation function of the library's own texts. */
export function useTexts(): Texts {
  return useTranslationRef(callboardReactTranslationRef).t;
}
