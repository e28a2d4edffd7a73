import type { TranslationFunction } from '@backstage/core-plugin-api/alpha';
import { createTextsHook } from '@callboard/plugin-callboard-react';
import { callboardTranslationRef } from '../translation';

/** The translation function of Callboard's texts. */
export type Texts = TranslationFunction<typeof callboardTranslationRef.T>;

/** The translation function of Callboard's texts. */
export const useTexts: () => Texts = createTextsHook(callboardTranslationRef);
