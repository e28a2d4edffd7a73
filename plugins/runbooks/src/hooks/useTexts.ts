import type { TranslationFunction } from '@backstage/core-plugin-api/alpha';
import { createTextsHook } from '@callboard/plugin-callboard-react';
import { runbooksTranslationRef } from '../translation';

/** The translation function of the texts of runbooks. */
export type Texts = TranslationFunction<typeof runbooksTranslationRef.T>;

/** The translation function of the texts of runbooks. */
export const useTexts: () => Texts = createTextsHook(runbooksTranslationRef);
