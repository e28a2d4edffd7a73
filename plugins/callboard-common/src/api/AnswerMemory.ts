/** An answer, and the tag by which the server knows it again. */
export interface RememberedAnswer<T> {
  readonly etag: string;
  readonly answer: T;
}

/** The answers used last, by URL. */
export class AnswerMemory<T> {
  readonly #answers = new Map<string, RememberedAnswer<T>>();
  readonly #maxCount: number;

  static create<T>(options: { maxCount: number }): AnswerMemory<T> {
    return new AnswerMemory<T>(options.maxCount);
  }

  private constructor(maxCount: number) {
    this.#maxCount = maxCount;
  }

  get(url: string): RememberedAnswer<T> | undefined {
    const remembered = this.#answers.get(url);
    if (remembered) {
      // A Map keeps the order of insertion: what was used last goes to the end.
      this.#answers.delete(url);
      this.#answers.set(url, remembered);
    }
    return remembered;
  }

  set(url: string, remembered: RememberedAnswer<T>): void {
    this.#answers.delete(url);
    this.#answers.set(url, remembered);
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= this.#maxCount) {
        return;
      }
      this.#answers.delete(oldest);
    }
  }

  delete(url: string): void {
    this.#answers.delete(url);
  }
}
