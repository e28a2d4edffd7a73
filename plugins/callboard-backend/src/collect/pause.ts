/**
 * Waits; returns early, without an error, when one of the signals aborts. Listens by hand: a signal
 * made of others would stay with a lease for as long as that is held.
 */
export function pause(ms: number, ...signals: AbortSignal[]): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(end, Math.max(0, ms));
    function end() {
      clearTimeout(timer);
      signals.forEach(signal => signal.removeEventListener('abort', end));
      resolve();
    }
    signals.forEach(signal => signal.addEventListener('abort', end));
    if (signals.some(signal => signal.aborted)) {
      end();
    }
  });
}

/**
 * Does work that has to end with a signal or after a time. Rejects at once when that comes, even
 * where the work does not listen.
 */
export async function withinLimits<T>(
  limits: { readonly signal: AbortSignal; readonly ms: number },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { signal, ms } = limits;
  const ending = new AbortController();
  const onAbort = () => ending.abort(signal.reason);
  const timer = setTimeout(
    () => ending.abort(new Error(`Did not end within ${ms / 1000} s`)),
    ms,
  );
  signal.addEventListener('abort', onAbort);
  if (signal.aborted) {
    onAbort();
  }
  const ended = new Promise<never>((_, reject) => {
    const { signal: limit } = ending;
    const onEnd = () => reject(limit.reason);
    limit.addEventListener('abort', onEnd);
    if (limit.aborted) {
      onEnd();
    }
  });
  try {
    return await Promise.race([work(ending.signal), ended]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

/** Waits for work that never rejects; returns early, without an error, when a signal aborts. */
export async function whileGoing(
  signal: AbortSignal,
  work: Promise<unknown>,
): Promise<void> {
  const over = new AbortController();
  const aborted = new Promise<void>(resolve => {
    signal.addEventListener('abort', () => resolve(), { signal: over.signal });
    if (signal.aborted) {
      resolve();
    }
  });
  await Promise.race([work, aborted]);
  over.abort();
}
