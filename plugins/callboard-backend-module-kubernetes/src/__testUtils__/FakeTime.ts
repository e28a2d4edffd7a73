import type { Time } from '../watch/Time';

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Time that passes when a test says so. */
export class FakeTime implements Time {
  #now: number;
  readonly #timers = new Set<Timer>();

  static create(now = Date.parse('2026-11-25T12:00:00Z')): FakeTime {
    return new FakeTime(now);
  }

  private constructor(now: number) {
    this.#now = now;
  }

  /** Whether anything is due within so many milliseconds. */
  isDueWithin(ms: number): boolean {
    return [...this.#timers].some(({ at }) => at <= this.#now + ms);
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  }

  /** Lets so many milliseconds pass, and runs what is due on the way, in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [next] = [...this.#timers]
        .filter(({ at }) => at <= end)
        .sort((a, b) => a.at - b.at);
      if (!next) {
        break;
      }
      this.#now = Math.max(this.#now, next.at);
      this.#timers.delete(next);
      next.run();
    }
    this.#now = end;
  }
}
