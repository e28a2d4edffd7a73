import type { Time } from './Time';

/** A wait that can be cut short, one at a time. */
export class Pause {
  readonly #time: Time;
  #end: (() => void) | undefined;

  static create(options: { time: Time }): Pause {
    return new Pause(options.time);
  }

  private constructor(time: Time) {
    this.#time = time;
  }

  /** Resolves after so many milliseconds, when it is cut short, or when the signal ends. */
  async take(ms: number, signal: AbortSignal): Promise<void> {
    if (ms <= 0 || signal.aborted) {
      return;
    }
    await new Promise<void>(resolve => {
      let callOff = () => {};
      const end = () => {
        callOff();
        signal.removeEventListener('abort', end);
        this.#end = undefined;
        resolve();
      };
      callOff = this.#time.after(ms, end);
      signal.addEventListener('abort', end);
      this.#end = end;
    });
  }

  /** Ends the wait that is going on; says whether there was one. */
  cutShort(): boolean {
    const end = this.#end;
    end?.();
    return end !== undefined;
  }
}
