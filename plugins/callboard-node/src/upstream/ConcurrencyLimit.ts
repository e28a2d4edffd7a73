/** Lets only so many tasks run at the same time; the others wait in the order they came. */
export class ConcurrencyLimit {
  readonly #waiting = new Set<() => void>();
  #free: number;

  static create(options: { max: number }): ConcurrencyLimit {
    return new ConcurrencyLimit(options.max);
  }

  private constructor(max: number) {
    this.#free = max;
  }

  /** Rejects with the signal's reason where it ends before the task could begin. */
  async run<T>(signal: AbortSignal, task: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    if (this.#free > 0) {
      this.#free--;
    } else {
      await this.#turn(signal);
    }
    try {
      return await task();
    } finally {
      this.#release();
    }
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const entered = new AbortController();
      const start = () => {
        entered.abort();
        resolve();
      };
      const leave = () => {
        this.#waiting.delete(start);
        reject(signal.reason);
      };
      signal.addEventListener('abort', leave, { signal: entered.signal });
      this.#waiting.add(start);
    });
  }

  #release() {
    const [next] = this.#waiting;
    if (next) {
      // The place goes straight to the next one, so that nobody slips in between.
      this.#waiting.delete(next);
      next();
    } else {
      this.#free++;
    }
  }
}
