import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { factsOf } from '../rules/factsOf';
import type { RunbookStore } from '../store/RunbookStore';

/** Texts that are asked for at once. */
const TEXTS_COUNT = 20;

/** Who types saves often: only what is left after a while is read. */
const PAUSE_MS = 1_000;

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

  /** Begins nothing any more, and waits until what is being read is over. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#reading;
  }

  async #read(): Promise<void> {
    try {
      await this.#readAll();
    } catch (error) {
      this.#options.logger.warn(
        `Runbooks could not be looked through: ${stringifyError(error)}`,
      );
    }
  }

  async #readAll(): Promise<void> {
    const { store } = this.#options;
    for (;;) {
      const texts = await store.unread(TEXTS_COUNT);
      for (const { hash, content } of texts) {
        await store.keepFacts(hash, factsOf(content));
      }
      if (texts.length === 0) {
        return;
      }
    }
  }
}
