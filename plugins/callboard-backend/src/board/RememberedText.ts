import { LRUCache } from 'lru-cache';

/** Some hundred pages of fifty services. */
const TEXTS_MAX_BYTES = 32 * 1024 * 1024;

/**
 * Remembers texts under names that change with what they say. After a change everybody asks for the
 * same pages at the same moment: one of them makes a page, and the others get it too.
 */
export class RememberedText {
  readonly #pending = new Map<string, Promise<string>>();
  readonly #texts: LRUCache<string, string>;

  constructor(options: { readonly maxBytes?: number } = {}) {
    this.#texts = new LRUCache({
      maxSize: options.maxBytes ?? TEXTS_MAX_BYTES,
      // In memory a character takes two bytes at most.
      sizeCalculation: text => 1 + 2 * text.length,
    });
  }

  async get(name: string, make: () => Promise<string>): Promise<string> {
    const known = this.#texts.get(name) ?? this.#pending.get(name);
    if (known !== undefined) {
      return known;
    }
    const pending = make();
    this.#pending.set(name, pending);
    try {
      const text = await pending;
      this.#texts.set(name, text);
      return text;
    } finally {
      this.#pending.delete(name);
    }
  }
}
