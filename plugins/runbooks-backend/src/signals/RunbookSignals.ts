import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';

/** The channel that says that something has changed. */
const RUNBOOKS_CHANNEL = 'runbooks';

/** What changed, and nothing else: anyone may listen to a signal. */
export type RunbookSignal =
  | { readonly runbook: string; readonly version: number }
  | { readonly run: string; readonly revision: number };

/** Tells open pages that something has changed; they ask for it with their own credentials. */
export class RunbookSignals {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;

  static create(options: {
    readonly signals: SignalsService;
    readonly logger: LoggerService;
  }): RunbookSignals {
    return new RunbookSignals(options);
  }

  private constructor(options: {
    readonly signals: SignalsService;
    readonly logger: LoggerService;
  }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  /** Waits for nothing and never throws: pages poll as well. */
  tell(message: RunbookSignal): void {
    this.#signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: RUNBOOKS_CHANNEL,
        message,
      })
      .catch(error =>
        this.#logger.warn(
          `Could not tell that a runbook changed: ${stringifyError(error)}`,
        ),
      );
  }
}
