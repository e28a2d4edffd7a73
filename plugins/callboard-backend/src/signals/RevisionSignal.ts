import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';

/** The channel that says that the board has changed. */
export const CALLBOARD_CHANNEL = 'callboard';

/** Every viewer asks anew after a signal, so there is no use in more of them. */
const PUBLISH_EVERY_MS = 1000;

export interface RevisionSignalOptions {
  readonly signals: SignalsService;
  readonly logger: LoggerService;
  /** Reads the revision that is stored now. */
  readonly readRevision: () => Promise<number>;
  readonly publishEveryMs?: number;
}

/**
 * Tells whoever looks at the board that it has changed, at most once a second. Anyone may listen to
 * a signal, so it carries the revision and nothing else; what changed is asked for with credentials.
 */
export class RevisionSignal {
  readonly #options: RevisionSignalOptions;
  #published?: number;
  #pause?: NodeJS.Timeout;
  #again = false;
  #stopped = false;

  static create(options: RevisionSignalOptions): RevisionSignal {
    return new RevisionSignal(options);
  }

  private constructor(options: RevisionSignalOptions) {
    this.#options = options;
  }

  /** Call it after a commit. The first is told at once, the others when the second is over. */
  changed(): void {
    if (this.#stopped) {
      return;
    }
    if (this.#pause) {
      this.#again = true;
      return;
    }
    this.#pause = setTimeout(
      () => this.#resume(),
      this.#options.publishEveryMs ?? PUBLISH_EVERY_MS,
    );
    this.#pause.unref();
    // Pages poll as well: without signals they are right, only later.
    this.#publish().catch(error =>
      this.#options.logger.warn(
        `Could not tell that the board changed: ${stringifyError(error)}`,
      ),
    );
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#pause);
  }

  #resume(): void {
    this.#pause = undefined;
    if (this.#again) {
      this.#again = false;
      this.changed();
    }
  }

  async #publish(): Promise<void> {
    const { signals, readRevision } = this.#options;
    const revision = await readRevision();
    if (revision === this.#published) {
      return;
    }
    this.#published = revision;
    await signals.publish({
      recipients: { type: 'broadcast' },
      channel: CALLBOARD_CHANNEL,
      message: { revision },
    });
  }
}
