/** The exchange took longer than it may. @internal */
export class DeadlineError extends Error {
  name = 'DeadlineError' as const;
}

/** @internal */
export interface DeadlineOptions {
  readonly deadlineMs: number;
  /** The caller's own signal; its reason is passed on as it is. */
  readonly signal: AbortSignal;
}

/**
 * Runs a task with a signal that ends with the caller's own or when the time is up.
 * By hand, because `AbortSignal.any` keeps hold of long-lived signals.
 * @internal
 */
export async function withDeadline<T>(
  options: DeadlineOptions,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { signal, deadlineMs } = options;
  signal.throwIfAborted();
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new DeadlineError()),
    deadlineMs,
  );
  const leave = () => controller.abort(signal.reason);
  signal.addEventListener('abort', leave, { once: true });
  try {
    return await task(controller.signal);
  } catch (error) {
    // What breaks because we left is reported as the leaving, not as the breakage.
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', leave);
  }
}
