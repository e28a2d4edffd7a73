import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { AlertRules } from './AlertRules';
import type { AlertStore } from './AlertStore';

/** For all systems, which are asked at the same time. */
const TIMEOUT = { minutes: 1 };

export interface AlertSweepOptions {
  readonly rules: readonly AlertRules[];
  readonly store: Pick<AlertStore, 'keep'>;
  readonly logger: LoggerService;
  readonly intervalMs: number;
  readonly now: () => number;
}

/** Reads which alerts are defined. What a system does not tell stays as it was, and grows old. */
export class AlertSweep {
  readonly #options: AlertSweepOptions;

  static create(options: AlertSweepOptions): AlertSweep {
    return new AlertSweep(options);
  }

  private constructor(options: AlertSweepOptions) {
    this.#options = options;
  }

  async sweep(signal: AbortSignal): Promise<void> {
    await Promise.all(
      this.#options.rules.map(rules => this.#read(rules, signal)),
    );
  }

  /** Sweeps on one of the instances; never where no system is configured. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    const { rules, intervalMs } = this.#options;
    if (rules.length > 0) {
      await scheduler.scheduleTask({
        id: 'runbooks-alerts',
        scope: 'global',
        frequency: { milliseconds: intervalMs },
        timeout: TIMEOUT,
        fn: signal => this.sweep(signal),
      });
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#options.rules.map(rules => rules.close()));
  }

  async #read(rules: AlertRules, signal: AbortSignal): Promise<void> {
    const { store, logger, now } = this.#options;
    const readAt = now();
    try {
      const alertnames = await rules.read(signal);
      await store.keep({ server: rules.name, readAt, alertnames });
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      logger.warn(
        `Which alerts ${rules.name} has could not be read: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}
