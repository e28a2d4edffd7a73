const SECOND_MS = 1_000;

/** Gives up a request that is not answered in time: a server that says nothing is not there. */
export async function within<T>(
  maxMs: number,
  request: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  const deadline = setTimeout(
    () => abort.abort(new Error(`No answer within ${maxMs / SECOND_MS} s`)),
    maxMs,
  );
  try {
    return await request(abort.signal);
  } finally {
    clearTimeout(deadline);
  }
}
