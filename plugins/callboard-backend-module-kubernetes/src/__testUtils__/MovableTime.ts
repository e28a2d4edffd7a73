import type { Time } from '../watch/Time';

interface Timer {
  readonly at: number;
  readonly run: () => void;
  handle?: NodeJS.Timeout;
}

/** The machine's own time, which a test may move forward. */
export class MovableTime implements Time {
  #aheadMs = 0;
  readonly #timers = new Set<Timer>();

  static create(): MovableTime {
    return new MovableTime();
  }

  private constructor() {}

  now(): number {
    return Date.now() + this.#aheadMs;
  }

  after(ms: number, run: () => void): () => void {
    const timer: Timer = { at: this.now() + ms, run };
    this.#timers.add(timer);
    this.#arm(timer);
    return () => {
      this.#timers.delete(timer);
      clearTimeout(timer.handle);
    };
  }

  /** It is so much later now: what was to happen meanwhile happens at once, in order. */
  moveOn(ms: number): void {
    this.#aheadMs += ms;
    [...this.#timers]
      .sort((a, b) => a.at - b.at)
      .forEach(timer => this.#arm(timer));
  }

  #arm(timer: Timer) {
    clearTimeout(timer.handle);
    timer.handle = setTimeout(() => {
      this.#timers.delete(timer);
      timer.run();
    }, Math.max(timer.at - this.now(), 0));
    timer.handle.unref();
  }
}
