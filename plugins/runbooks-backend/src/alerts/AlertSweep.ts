import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { AlertRules } from './AlertRules';
import type { AlertStore } from './AlertStore';

/** For all systems, which are asked at the same time. */
const TIMEOUT_MS = 60_000;

/** What the scheduler ends nobody hears of: it comes after our own end. */
const SCHEDULER_TIMEOUT = { milliseconds: 2 * TIMEOUT_MS };

export interface AlertSweepOptions {
  readonly rules: readonly AlertRules[];
  readonly store: Pick<AlertStore, 'keep'>;
  readonly logger: LoggerService;
  readonly intervalMs: number;
  readonly now: () => number;
  /** A signal that ends what takes longer; of the clock by default. */
  readonly deadline?: (ms: number) => AbortSignal;
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
    const { rules, deadline = AbortSignal.timeout } = this.#options;
    const late = deadline(TIMEOUT_MS);
    await Promise.all(rules.map(one => this.#read(one, { signal, late })));
  }

  /** Sweeps on one of the instances; never where no system is configured. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    const { rules, intervalMs } = this.#options;
    if (rules.length > 0) {
      await scheduler.scheduleTask({
        id: 'runbooks-alerts',
        scope: 'global',
        frequency: { milliseconds: intervalMs },
        timeout: SCHEDULER_TIMEOUT,
        fn: signal => this.sweep(signal),
      });
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#options.rules.map(rules => rules.close()));
  }

  async #read(
    rules: AlertRules,
    ends: { readonly signal: AbortSignal; readonly late: AbortSignal },
  ): Promise<void> {
    const { signal, late } = ends;
    const { store, logger, now } = this.#options;
    const readAt = now();
    try {
      const alertnames = await rules.read(AbortSignal.any([signal, late]));
      await store.keep({ server: rules.name, readAt, alertnames });
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      logger.warn(
        late.aborted
          ? `${rules.name} did not tell within ${
              TIMEOUT_MS / 1000
            } s which alerts it has: look how long its /api/v1/rules takes, and take it out of runbooks.alerts while it is that slow`
          : `Which alerts ${rules.name} has could not be read: ${stringifyError(
              error,
            )}`,
      );
    }
  }
}
