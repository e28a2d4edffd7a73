import { LRUCache } from 'lru-cache';

const ENTRY_COUNT = 500;

/**
 * Remembers numbers that stay right for as long as their key says the same: the key names the
 * revision, so nothing ever has to be invalidated, and every instance may remember its own.
 * Questions that are asked at the same time are answered by one query.
 */
export class Remembered<T> {
  readonly #answers: LRUCache<string, Promise<T>>;

  constructor(options: { readonly count?: number } = {}) {
    this.#answers = new LRUCache({ max: options.count ?? ENTRY_COUNT });
  }

  async get(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(key);
    if (known) {
      return known;
    }
    const answer = ask();
    this.#answers.set(key, answer);
    try {
      return await answer;
    } catch (error) {
      if (this.#answers.peek(key) === answer) {
        this.#answers.delete(key);
      }
      throw error;
    }
  }
}
