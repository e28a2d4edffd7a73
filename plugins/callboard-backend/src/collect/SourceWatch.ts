import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  nextDelayMs,
  type StatusSource,
  type WatchOptions,
} from '@callboard/plugin-callboard-node';
import { pause, whileGoing } from './pause';
import type { SpineMetrics } from './SpineMetrics';

const RESTART_MIN_MS = 1_000;
/** A watch that went on for so long was well; what ended it is no repetition of what did before. */
const WELL_AFTER_MS = 60_000;
/** How long a watch may take to stop. */
const STOP_MAX_MS = 5_000;

export interface SourceWatchOptions {
  readonly id: string;
  readonly source: StatusSource;
  readonly logger: LoggerService;
  readonly metrics: Pick<SpineMetrics, 'watchRestarted'>;
  readonly now: () => number;
  readonly random: () => number;
  readonly wait?: typeof pause;
}

/** Keeps the watch of a source going, whatever its module makes of it. */
export class SourceWatch {
  readonly #options: SourceWatchOptions;
  readonly #wait: typeof pause;
  /** The last call of the module: one that does not end must not be followed by another. */
  #call: Promise<unknown> = Promise.resolve();

  constructor(options: SourceWatchOptions) {
    this.#options = options;
    this.#wait = options.wait ?? pause;
  }

  /** Watches until the signal ends; never throws. */
  async run(options: WatchOptions): Promise<void> {
    const { id, logger, metrics, now, random } = this.#options;
    const { signal } = options;
    await whileGoing(signal, this.#call);
    let failures = 0;
    while (!signal.aborted) {
      const startedAt = now();
      const trouble = await this.#watch(options);
      if (signal.aborted) {
        return;
      }
      failures = now() - startedAt >= WELL_AFTER_MS ? 1 : failures + 1;
      metrics.watchRestarted(id);
      logger.error(`The module of ${id} stopped watching it: ${trouble}`);
      await this.#wait(
        Math.max(RESTART_MIN_MS, nextDelayMs({ failures, random })),
        signal,
      );
    }
  }

  /** One call of the module, until it ends or has to; says how it ended. */
  async #watch({ signal, onChange }: WatchOptions): Promise<string> {
    const ending = new AbortController();
    const end = () => ending.abort(signal.reason);
    signal.addEventListener('abort', end);
    let trouble = 'it just ended';
    const call = this.#ask({
      signal: ending.signal,
      onChange: subjectIds => {
        if (!ending.signal.aborted) {
          onChange(subjectIds);
        }
      },
    }).catch(error => {
      trouble = stringifyError(error);
    });
    this.#call = call;
    await whileGoing(signal, call);
    signal.removeEventListener('abort', end);
    // Also where it ended by itself: whatever it left running.
    end();
    await this.#stopped(call);
    return trouble;
  }

  /** In a promise, whatever the module does. */
  async #ask(options: WatchOptions): Promise<void> {
    await this.#options.source.watch?.(options);
  }

  async #stopped(call: Promise<void>): Promise<void> {
    const { id, logger } = this.#options;
    const stopped = new AbortController();
    const after = call.then(() => stopped.abort());
    await this.#wait(STOP_MAX_MS, stopped.signal);
    if (stopped.signal.aborted) {
      await after;
      return;
    }
    logger.error(
      `The module of ${id} does not stop watching it although it was told to`,
    );
  }
}
