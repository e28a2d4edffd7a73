import {
  createContext,
  useCallback,
  useContext,
  useSyncExternalStore,
} from 'react';

/** One clock that every reader of the same pace shares, so that ages change together. */
class TickingClock {
  readonly #intervalMs: number;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #nowMs = Date.now();

  constructor(intervalMs: number) {
    this.#intervalMs = intervalMs;
  }

  read(): number {
    if (this.#listeners.size === 0) {
      // Nobody is ticked yet: follow the real clock, but only in whole steps, so that two reads
      // of one render agree.
      const now = Date.now();
      if (Math.abs(now - this.#nowMs) >= this.#intervalMs) {
        this.#nowMs = now;
      }
    }
    return this.#nowMs;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#timer === undefined) {
      this.#nowMs = Date.now();
      this.#timer = setInterval(() => {
        this.#nowMs = Date.now();
        this.#listeners.forEach(notify => notify());
      }, this.#intervalMs);
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0 && this.#timer !== undefined) {
        clearInterval(this.#timer);
        this.#timer = undefined;
      }
    };
  }
}

const clocks = new Map<number, TickingClock>();

function clockOf(intervalMs: number): TickingClock {
  const known = clocks.get(intervalMs);
  if (known) {
    return known;
  }
  const clock = new TickingClock(intervalMs);
  clocks.set(intervalMs, clock);
  return clock;
}

/**
 * How far the server's clock is ahead of this device's, in milliseconds. A page that knows it provides
 * it, and every age on the page is right.
 * @public
 */
export const ClockOffset = createContext(0);

/**
 * The time in milliseconds since 1970, by the server's clock where the page knows it, renewed every
 * interval.
 * @public
 */
export function useNow(intervalMs: number = 10_000): number {
  const clock = clockOf(intervalMs);
  const subscribe = useCallback(
    (listener: () => void) => clock.subscribe(listener),
    [clock],
  );
  const now = useSyncExternalStore(subscribe, () => clock.read());
  return now + useContext(ClockOffset);
}
