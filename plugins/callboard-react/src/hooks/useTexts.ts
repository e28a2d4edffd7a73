import type { TranslationFunction } from '@backstage/core-plugin-api/alpha';
import { createTextsHook } from '../texts/createTextsHook';
import { callboardReactTranslationRef } from '../translation';

/** The translation function of the library's own texts. */
export type Texts = TranslationFunction<typeof callboardReactTranslationRef.T>;

/** The translation function of the library's own texts. */
export const useTexts: () => Texts = createTextsHook(
  callboardReactTranslationRef,
);
