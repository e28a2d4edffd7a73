import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { toError } from '@backstage/errors';
import type { WatchOptions } from '../StatusSource';

/** How a watch is started. @internal */
export type Watch = (options: WatchOptions) => Promise<void>;

/** The running watch of a source under test. @internal */
export class Watching {
  readonly #told = new AbortController();
  readonly #signal: AbortSignal;
  readonly #tell: () => void;
  readonly #ended: Promise<void>;
  #howItEnded: string | undefined;
  #changes = 0;
  #waiting: Array<() => void> = [];

  /** Starts to watch; stops with the signal, or when it is told to. */
  static start(watch: Watch, signal: AbortSignal): Watching {
    return new Watching(watch, signal);
  }

  private constructor(watch: Watch, signal: AbortSignal) {
    this.#signal = signal;
    this.#tell = () => this.#told.abort(signal.reason);
    signal.addEventListener('abort', this.#tell);
    if (signal.aborted) {
      this.#tell();
    }
    this.#ended = this.#run(watch);
  }

  /** Whether it was told to stop. */
  get isTold(): boolean {
    return this.#told.signal.aborted;
  }

  /** How often a change was reported. */
  get changes(): number {
    return this.#changes;
  }

  /** Resolves when a change is reported after so many, or after a time. */
  async changedSince(changes: number, withinMs: number): Promise<void> {
    if (this.#changes > changes) {
      return;
    }
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, withinMs);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Fails where it has ended although nobody told it to. */
  expectGoing(): void {
    assert.ok(
      this.#howItEnded === undefined || this.isTold,
      `the watch goes on until it is told to stop, but it ${
        this.#howItEnded ?? ''
      }`,
    );
  }

  /** Stops it; fails where it has not ended in time. */
  async stop(withinMs: number): Promise<void> {
    this.expectGoing();
    this.#told.abort(new Error('The watch has to stop'));
    this.#signal.removeEventListener('abort', this.#tell);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>(resolve => {
      timer = setTimeout(resolve, withinMs);
    });
    await Promise.race([this.#ended, late]);
    clearTimeout(timer);
    assert.ok(
      this.#howItEnded,
      `the watch did not end within ${withinMs} ms after it was told to`,
    );
  }

  async #run(watch: Watch): Promise<void> {
    let ending = 'just ended';
    try {
      await watch({
        signal: this.#told.signal,
        onChange: () => this.#changed(),
      });
    } catch (error) {
      ending = `threw ${inspect(toError(error).message)}`;
    }
    this.#howItEnded = ending;
    this.#changed();
  }

  #changed(): void {
    this.#changes++;
    const waiting = this.#waiting;
    this.#waiting = [];
    waiting.forEach(resolve => resolve());
  }
}
