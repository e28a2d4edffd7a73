import { useMemo } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';
import { createNumberFormat, NumberFormat } from '../text/numberFormat';

/** Numbers and amounts as the viewer's language writes them. */
export function useNumberWords(): NumberFormat {
  const languageApi = useApiHolder().get(appLanguageApiRef);
  const language = languageApi?.getLanguage().language ?? 'en';
  return useMemo(() => createNumberFormat(language), [language]);
}
