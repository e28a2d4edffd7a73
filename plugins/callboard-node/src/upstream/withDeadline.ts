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
 * A signal that ends with the caller's own or when the time is up.
 * By hand, because `AbortSignal.any` keeps hold of long-lived signals.
 * @internal
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #callers: AbortSignal;
  readonly #leave: () => void;

  /** Throws the signal's own reason where it has ended. */
  static begin(options: DeadlineOptions): Deadline {
    options.signal.throwIfAborted();
    return new Deadline(options);
  }

  private constructor({ deadlineMs, signal }: DeadlineOptions) {
    this.#callers = signal;
    this.#leave = () => this.#controller.abort(signal.reason);
    this.#timer = setTimeout(
      () => this.#controller.abort(new DeadlineError()),
      deadlineMs,
    );
    signal.addEventListener('abort', this.#leave, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Takes the time limit away; the caller may still leave. */
  lift(): void {
    clearTimeout(this.#timer);
  }

  /** Listens to nobody any more. */
  end(): void {
    this.lift();
    this.#callers.removeEventListener('abort', this.#leave);
  }

  /** What breaks because we left is reported as the leaving, not as the breakage. */
  reasonOf(error: unknown): unknown {
    return this.signal.aborted ? this.signal.reason : error;
  }
}

/** Runs a task within a deadline. @internal */
export async function withDeadline<T>(
  options: DeadlineOptions,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const deadline = Deadline.begin(options);
  try {
    return await task(deadline.signal);
  } catch (error) {
    throw deadline.reasonOf(error);
  } finally {
    deadline.end();
  }
}
