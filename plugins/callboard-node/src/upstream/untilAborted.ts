/**
 * What some work brings, or the signal's own reason as soon as it ends: also where the work itself
 * does not listen.
 * @internal
 */
export async function untilAborted<T>(
  signal: AbortSignal,
  work: Promise<T>,
): Promise<T> {
  const heard = new AbortController();
  const left = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      signal: heard.signal,
    });
    if (signal.aborted) {
      reject(signal.reason);
    }
  });
  try {
    return await Promise.race([work, left]);
  } finally {
    heard.abort();
  }
}
