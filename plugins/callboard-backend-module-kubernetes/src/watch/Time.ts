/** Time as the watches know it, so that tests need not wait. */
export interface Time {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs it once after so many milliseconds; returns what calls it off. */
  after(ms: number, run: () => void): () => void;
}

/** The machine's own time. Its timers keep no process alive. */
export const systemTime: Time = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
