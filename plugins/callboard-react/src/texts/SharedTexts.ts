import type {
  TranslationApi,
  TranslationFunction,
  TranslationRef,
  TranslationSnapshot,
} from '@backstage/core-plugin-api/alpha';
import { rememberTexts } from './rememberTexts';

/** The messages of a plugin. */
type Messages = { readonly [key in string]: string };

/** The texts of a plugin in the language of the viewer, one for all components that use them. */
export class SharedTexts<M extends Messages> {
  readonly #listeners = new Set<() => void>();
  /** Resolves when there are texts, or when it is clear that there are none. */
  readonly ready: Promise<void>;
  #t: TranslationFunction<M> | undefined;

  static create<M extends Messages>(options: {
    readonly api: TranslationApi;
    readonly ref: TranslationRef<string, M>;
    /** The texts of a language could not be loaded; those of the language before stay. */
    readonly onError: (error: Error) => void;
  }): SharedTexts<M> {
    return new SharedTexts(options);
  }

  private constructor(options: {
    readonly api: TranslationApi;
    readonly ref: TranslationRef<string, M>;
    readonly onError: (error: Error) => void;
  }) {
    const { api, ref, onError } = options;
    this.#take(api.getTranslation(ref));
    this.ready = new Promise(resolve => {
      // For as long as the portal is open, like the API itself.
      api.translation$(ref).subscribe({
        next: snapshot => {
          this.#take(snapshot);
          resolve();
        },
        error: error => {
          // From now on the API tells the texts that it has.
          this.#take(api.getTranslation(ref));
          onError(error);
          resolve();
        },
      });
    });
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Undefined until they are loaded. */
  readonly read = (): TranslationFunction<M> | undefined => this.#t;

  #take(snapshot: TranslationSnapshot<M>) {
    if (snapshot.ready) {
      this.#t = rememberTexts(snapshot.t);
      this.#listeners.forEach(notify => notify());
    }
  }
}
