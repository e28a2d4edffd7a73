import { toError } from '@backstage/errors';

/**
 * What is known, how it is, and when it will be asked again.
 * @public
 */
export interface LiveSnapshot<T> {
  readonly data: T | undefined;
  /** The failure of the last attempt; `data` stays. */
  readonly error: Error | undefined;
  /** When the server last answered, in milliseconds since 1970. */
  readonly heardAtMs: number | undefined;
  /** Since when nothing was heard, while the last attempt failed. */
  readonly notLiveSinceMs: number | undefined;
  readonly nextTryAtMs: number | undefined;
}

/**
 * How a {@link LiveLoop} loads, and how often.
 * @public
 */
export interface LiveLoopOptions<T> {
  load(options: {
    readonly signal: AbortSignal;
    /** What is known by now; it may change while loading, by `update`. */
    latest(): T | undefined;
  }): Promise<T>;
  readonly pollMs: number;
  /** How long an answer may take; 20 s where it is absent. */
  readonly deadlineMs?: number;
  now(): number;
  /** 0 to 1. */
  random(): number;
}

const BACKOFF_FIRST_MS = 2_000;
const BACKOFF_MAX_MS = 30_000;
/** Signals come in bursts, to every viewer at once. */
const HINT_SPREAD_MS = 500;
const HINT_GAP_MS = 1_000;
/** A server that takes a call and says nothing must not hold the loop forever. */
const DEADLINE_MS = 20_000;

/**
 * Keeps one thing loaded: at once, at every poll, soon after a hint, and again after a failure
 * with growing, jittered pauses. What was loaded is never dropped.
 * @public
 */
export class LiveLoop<T> {
  readonly #options: LiveLoopOptions<T>;
  readonly #listeners = new Set<() => void>();
  #snapshot: LiveSnapshot<T> = {
    data: undefined,
    error: undefined,
    heardAtMs: undefined,
    notLiveSinceMs: undefined,
    nextTryAtMs: undefined,
  };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueAtMs = Number.POSITIVE_INFINITY;
  #running: AbortController | undefined;
  #againAfterRun = false;
  #startedAtMs = 0;
  #loadedAtMs = 0;
  #failures = 0;
  #active = false;

  private constructor(options: LiveLoopOptions<T>) {
    this.#options = options;
  }

  static create<T>(options: LiveLoopOptions<T>): LiveLoop<T> {
    return new LiveLoop(options);
  }

  readonly getSnapshot = (): LiveSnapshot<T> => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins, or goes on after `pause`; what is older than a poll is loaded at once. */
  start(): void {
    if (this.#active) {
      return;
    }
    this.#active = true;
    const now = this.#options.now();
    if (this.#startedAtMs === 0) {
      this.#startedAtMs = now;
    }
    const age = now - this.#loadedAtMs;
    if (this.#failures > 0 || age >= this.#options.pollMs) {
      this.refresh();
    } else {
      this.#schedule(this.#options.pollMs - age);
    }
  }

  /** Asks no more; what is known stays. */
  pause(): void {
    this.#active = false;
    clearTimeout(this.#timer);
    this.#dueAtMs = Number.POSITIVE_INFINITY;
    this.#running?.abort();
    this.#running = undefined;
  }

  /** Something changed on the server: load soon, but not once per hint. */
  hint(): void {
    if (!this.#active || this.#failures > 0) {
      return;
    }
    const gap = this.#loadedAtMs + HINT_GAP_MS - this.#options.now();
    this.#schedule(
      Math.max(0, gap) + this.#options.random() * HINT_SPREAD_MS,
      'earlier',
    );
  }

  /** Loads now. */
  readonly refresh = (): void => {
    if (!this.#active) {
      return;
    }
    if (this.#running) {
      this.#againAfterRun = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#dueAtMs = Number.POSITIVE_INFINITY;
    void this.#run();
  };

  /** Replaces what is known without asking, e.g. by a further page of rows. */
  update(change: (data: T) => T): void {
    const { data } = this.#snapshot;
    if (data !== undefined) {
      this.#publish({ ...this.#snapshot, data: change(data) });
    }
  }

  async #run(): Promise<void> {
    const controller = new AbortController();
    this.#running = controller;
    this.#againAfterRun = false;
    this.#loadedAtMs = this.#options.now();
    const { load, deadlineMs = DEADLINE_MS } = this.#options;
    let deadline: ReturnType<typeof setTimeout> | undefined;
    try {
      const data = await Promise.race([
        load({
          signal: controller.signal,
          latest: () => this.#snapshot.data,
        }),
        new Promise<never>((_, reject) => {
          deadline = setTimeout(
            () => reject(new Error(`No answer within ${deadlineMs / 1000} s`)),
            deadlineMs,
          );
        }),
      ]);
      if (this.#running === controller) {
        this.#succeed(data);
      }
    } catch (error) {
      // After a pause nobody waits for the answer, nor for the failure.
      if (this.#running === controller) {
        this.#fail(toError(error));
      }
    } finally {
      clearTimeout(deadline);
      controller.abort();
    }
  }

  #succeed(data: T): void {
    this.#running = undefined;
    this.#failures = 0;
    this.#publish({
      data,
      error: undefined,
      heardAtMs: this.#options.now(),
      notLiveSinceMs: undefined,
      nextTryAtMs: undefined,
    });
    this.#schedule(this.#againAfterRun ? 0 : this.#options.pollMs);
  }

  #fail(error: Error): void {
    this.#running = undefined;
    this.#failures += 1;
    const ceiling = Math.min(
      BACKOFF_MAX_MS,
      BACKOFF_FIRST_MS * 2 ** (this.#failures - 1),
    );
    // Half fixed, half jitter: viewers spread out, and nobody hammers.
    const delay = (ceiling / 2) * (1 + this.#options.random());
    this.#publish({
      ...this.#snapshot,
      error,
      notLiveSinceMs: this.#snapshot.heardAtMs ?? this.#startedAtMs,
      nextTryAtMs: this.#options.now() + delay,
    });
    this.#schedule(delay);
  }

  #schedule(delayMs: number, when: 'earlier' | 'exactly' = 'exactly'): void {
    const dueAt = this.#options.now() + delayMs;
    if (when === 'earlier' && dueAt >= this.#dueAtMs) {
      return;
    }
    if (when === 'earlier' && this.#running) {
      this.#againAfterRun = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#dueAtMs = dueAt;
    this.#timer = setTimeout(this.refresh, delayMs);
  }

  #publish(snapshot: LiveSnapshot<T>): void {
    this.#snapshot = snapshot;
    this.#listeners.forEach(notify => notify());
  }
}
