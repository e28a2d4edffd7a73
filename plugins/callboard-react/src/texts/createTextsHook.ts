import { useSyncExternalStore } from 'react';
import { errorApiRef, useApi } from '@backstage/core-plugin-api';
import {
  translationApiRef,
  type TranslationApi,
  type TranslationFunction,
  type TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { SharedTexts } from './SharedTexts';

/**
 * Makes the hook that gives the translation function of a plugin's texts. The portal's own hook
 * subscribes in every component anew and translates every text anew, which is felt where rows come
 * and go while scrolling; this one does so once for all. Suspends until the texts are loaded.
 * @public
 */
export function createTextsHook<M extends { readonly [key in string]: string }>(
  ref: TranslationRef<string, M>,
): () => TranslationFunction<M> {
  const byApi = new WeakMap<TranslationApi, SharedTexts<M>>();
  return function useSharedTexts() {
    const api = useApi(translationApiRef);
    const errorApi = useApi(errorApiRef);
    let texts = byApi.get(api);
    if (!texts) {
      texts = SharedTexts.create({
        api,
        ref,
        onError: error => errorApi.post(error),
      });
      byApi.set(api, texts);
    }
    const t = useSyncExternalStore(texts.subscribe, texts.read);
    if (!t) {
      throw texts.ready;
    }
    return t;
  };
}
