import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError, stringifyError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/**
 * Reads the numbers of one set of rules, `callboard.rules.<path>`. Every number has a default, and
 * every mistake is an InputError that names the path of the config.
 */
export class RuleConfig {
  readonly #path: string;
  readonly #config?: Config;

  /** `known` are the names that may stand there: a misspelt rule is worse than a missing one. */
  static read(
    root: Config,
    options: { path: string; known: readonly string[] },
  ): RuleConfig {
    const path = `callboard.rules.${options.path}`;
    const config = attempt(path, () => root.getOptionalConfig(path));
    const stranger = config?.keys().find(key => !options.known.includes(key));
    if (stranger !== undefined) {
      throw new InputError(
        `Config '${path}.${stranger}' is no rule that we know; there are ${options.known.join(
          ', ',
        )}`,
      );
    }
    return new RuleConfig(path, config);
  }

  private constructor(path: string, config?: Config) {
    this.#path = path;
    this.#config = config;
  }

  /** A duration in milliseconds: `15 minutes`, `PT15M` or `{ minutes: 15 }`. */
  durationMs(key: string, fallbackMs: number): number {
    const config = this.#config;
    if (!config?.has(key)) {
      return fallbackMs;
    }
    const path = `${this.#path}.${key}`;
    const ms = attempt(path, () =>
      durationToMilliseconds(readDurationFromConfig(config, { key })),
    );
    if (!Number.isFinite(ms) || ms < 0) {
      throw new InputError(`Config '${path}' is no duration of 0 or more`);
    }
    return ms;
  }

  /** A whole number of 1 or more. */
  count(key: string, fallback: number): number {
    return this.#number(key, {
      fallback,
      expected: 'a whole number of 1 or more',
      isValid: value => Number.isInteger(value) && value >= 1,
    });
  }

  /** A number above 0. */
  factor(key: string, fallback: number): number {
    return this.#number(key, {
      fallback,
      expected: 'a number above 0',
      isValid: value => Number.isFinite(value) && value > 0,
    });
  }

  #number(
    key: string,
    options: {
      fallback: number;
      expected: string;
      isValid: (value: number) => boolean;
    },
  ): number {
    const path = `${this.#path}.${key}`;
    const value = attempt(path, () => this.#config?.getOptionalNumber(key));
    if (value === undefined) {
      return options.fallback;
    }
    if (!options.isValid(value)) {
      throw new InputError(
        `Config '${path}' has to be ${options.expected}, not ${value}`,
      );
    }
    return value;
  }
}

function attempt<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new InputError(
      `Config '${path}' cannot be read: ${stringifyError(error)}`,
    );
  }
}
