interface CachedAnswer {
  readonly etag: string;
  readonly text: string;
}

/** The last answers that came with an ETag, up to a number of characters; the oldest go first. */
export class EtagCache {
  readonly #maxChars: number;
  readonly #answers = new Map<string, CachedAnswer>();
  #chars = 0;

  static create(options: { maxChars: number }): EtagCache {
    return new EtagCache(options.maxChars);
  }

  private constructor(maxChars: number) {
    this.#maxChars = maxChars;
  }

  get(url: string): CachedAnswer | undefined {
    const answer = this.#answers.get(url);
    if (answer) {
      this.#answers.delete(url);
      this.#answers.set(url, answer);
    }
    return answer;
  }

  set(url: string, answer: CachedAnswer): void {
    this.delete(url);
    if (answer.text.length > this.#maxChars) {
      return;
    }
    this.#answers.set(url, answer);
    this.#chars += answer.text.length;
    for (const oldest of this.#answers.keys()) {
      if (this.#chars <= this.#maxChars) {
        return;
      }
      this.delete(oldest);
    }
  }

  delete(url: string): void {
    const answer = this.#answers.get(url);
    if (answer) {
      this.#answers.delete(url);
      this.#chars -= answer.text.length;
    }
  }
}
