import { UpstreamError } from '@callboard/plugin-callboard-node';
import type { Time } from './Time';

/** How everything that is watched stands together. */
export interface Standing {
  /** Nothing is missing that would come in a moment. */
  readonly isSettled: boolean;
  /** What is broken, of what verdicts rest on. */
  readonly failure?: UpstreamError;
}

/** What waiting depends on. */
export interface SettlingOptions {
  readonly time: Time;
  /** How long after an outage what was missed may take to come in. */
  readonly graceMs: number;
  /** How long something may stay broken before that is an answer. */
  readonly patienceMs: number;
  /** Called when it has become current by itself, after the grace. */
  readonly onCurrent: () => void;
}

/**
 * Says when what is held may be judged: not while a part of it is from before an outage and another
 * is from after it, and for a moment longer, because what was missed comes in after a watch is open.
 */
export class Settling {
  readonly #options: SettlingOptions;
  readonly #waiting = new Set<() => void>();
  #standing: Standing = { isSettled: false };
  #isCurrent = false;
  #hadFailure = false;
  #callOffGrace: (() => void) | undefined;

  static create(options: SettlingOptions): Settling {
    return new Settling(options);
  }

  private constructor(options: SettlingOptions) {
    this.#options = options;
  }

  /** Whether what is held may be judged. */
  get isCurrent(): boolean {
    return this.#isCurrent;
  }

  /** Takes note of how everything stands now. */
  note(standing: Standing): void {
    this.#standing = standing;
    this.#hadFailure ||= standing.failure !== undefined;
    if (!standing.isSettled) {
      this.#isCurrent = false;
      this.#callOffGrace?.();
      this.#callOffGrace = undefined;
    } else if (!this.#isCurrent && !this.#callOffGrace) {
      if (this.#hadFailure) {
        const { time, graceMs } = this.#options;
        this.#callOffGrace = time.after(graceMs, () => {
          this.#settle();
          this.#options.onCurrent();
        });
      } else {
        this.#settle();
      }
    }
    this.#tell();
  }

  /** Resolves when it is current; throws what has been broken for too long, or why to stop. */
  async wait(signal: AbortSignal): Promise<void> {
    const { time, patienceMs } = this.#options;
    let isOver = false;
    const callOff = time.after(patienceMs, () => {
      isOver = true;
      this.#tell();
    });
    const tell = () => this.#tell();
    signal.addEventListener('abort', tell);
    try {
      while (!this.#isCurrent) {
        signal.throwIfAborted();
        if (isOver && this.#standing.failure) {
          throw this.#standing.failure;
        }
        await new Promise<void>(resolve => {
          this.#waiting.add(resolve);
        });
      }
    } finally {
      callOff();
      signal.removeEventListener('abort', tell);
    }
  }

  #settle() {
    this.#callOffGrace = undefined;
    this.#hadFailure = false;
    this.#isCurrent = true;
    this.#tell();
  }

  #tell() {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    waiting.forEach(resolve => resolve());
  }
}
