import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { parseRunbookInTurns } from '@callboard/plugin-runbooks-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { factsOf } from '../rules/factsOf';
import type { RunbookStore } from '../store/RunbookStore';

/** Texts that are asked for at once. */
const TEXTS_COUNT = 20;

/** Who types saves often: only what is left after a while is read. */
const PAUSE_MS = 1_000;

/** After that long it pauses for as long: who asks for something goes first. */
const TURN_MS = 10;

export interface TextReaderOptions {
  readonly store: Pick<RunbookStore, 'unread' | 'keepFacts'>;
  readonly logger: LoggerService;
  readonly pauseMs?: number;
}

/**
 * Looks through texts after they were saved. To understand a long text takes far longer than to save
 * it, and nobody should wait for that; what a crash leaves unread is read after the next save or
 * start.
 */
export class TextReader {
  readonly #options: TextReaderOptions;
  readonly #stopping = new AbortController();
  #timer?: NodeJS.Timeout;
  #reading: Promise<void> = Promise.resolve();

  static create(options: TextReaderOptions): TextReader {
    return new TextReader(options);
  }

  private constructor(options: TextReaderOptions) {
    this.#options = options;
  }

  /** Reads what is unread in a moment; never throws. */
  nudge(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#reading = this.#reading.then(() => this.#read());
    }, this.#options.pauseMs ?? PAUSE_MS).unref();
  }

  /** Begins nothing any more, and leaves what is being read to the next start. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#stopping.abort();
    await this.#reading;
  }

  async #read(): Promise<void> {
    try {
      await this.#readAll();
    } catch (error) {
      if (this.#stopping.signal.aborted) {
        return;
      }
      this.#options.logger.warn(
        `Runbooks could not be looked through: ${stringifyError(error)}`,
      );
    }
  }

  async #readAll(): Promise<void> {
    const { store } = this.#options;
    const { signal } = this.#stopping;
    for (;;) {
      const texts = await store.unread(TEXTS_COUNT);
      for (const { hash, content } of texts) {
        let turnAt = performance.now();
        const text = await parseRunbookInTurns(content, async () => {
          if (performance.now() - turnAt >= TURN_MS) {
            await sleep(TURN_MS, undefined, { signal });
            turnAt = performance.now();
          }
        });
        await store.keepFacts(hash, factsOf(text));
      }
      if (texts.length === 0) {
        return;
      }
    }
  }
}
