import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { factsOf } from '../rules/factsOf';
import type { RunbookStore } from '../store/RunbookStore';

/** Texts that are read in one go. */
const TEXTS_COUNT = 20;

export interface TextReaderOptions {
  readonly store: Pick<RunbookStore, 'unread' | 'keepFacts'>;
  readonly logger: LoggerService;
}

/**
 * Looks through texts after they were saved. To understand a long text takes far longer than to save
 * it, and nobody should wait for that; what a crash leaves unread is read after the next save or
 * start.
 */
export class TextReader {
  readonly #options: TextReaderOptions;
  #reading?: Promise<void>;
  #again = false;

  static create(options: TextReaderOptions): TextReader {
    return new TextReader(options);
  }

  private constructor(options: TextReaderOptions) {
    this.#options = options;
  }

  /** Begins to read what is unread; never throws. */
  nudge(): void {
    if (this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = this.#readAll()
      .catch(error =>
        this.#options.logger.warn(
          `Runbooks could not be looked through: ${stringifyError(error)}`,
        ),
      )
      .finally(() => {
        this.#reading = undefined;
        if (this.#again) {
          this.#again = false;
          this.nudge();
        }
      });
  }

  /** Waits until nothing is being read. */
  async settled(): Promise<void> {
    while (this.#reading) {
      await this.#reading;
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
