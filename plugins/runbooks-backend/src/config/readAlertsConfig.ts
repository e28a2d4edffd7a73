import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type JsonObject } from '@backstage/types';

const KEY = 'runbooks.alerts';
const INTERVAL_MS = 5 * 60_000;
const INTERVAL_MIN_MS = 10_000;
const INTERVAL_MAX_MS = 24 * 60 * 60_000;
const NAME = /^[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*$/;
const NAME_MAX_COUNT = 100;

/** Where alerts are defined. */
export interface AlertsConfig {
  readonly intervalMs: number;
  /** Servers that speak the API of Prometheus. */
  readonly prometheus: readonly PrometheusConfig[];
}

/** How one Prometheus is asked. */
export interface PrometheusConfig {
  readonly name: string;
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads `runbooks.alerts`; throws an InputError that names the key and never a value. */
export function readAlertsConfig(root: Config): AlertsConfig {
  const config = root.getOptionalConfig(KEY);
  const prometheus = (config?.getOptionalConfigArray('prometheus') ?? []).map(
    readPrometheus,
  );
  const names = prometheus.map(({ name }) => name);
  if (new Set(names).size < names.length) {
    throw new InputError(`Config ${KEY}.prometheus has two of the same name`);
  }
  return { intervalMs: readInterval(config), prometheus };
}

function readPrometheus(config: Config, index: number): PrometheusConfig {
  const key = `${KEY}.prometheus[${index}]`;
  const name = config.getString('name');
  if (!NAME.test(name) || name.length > NAME_MAX_COUNT) {
    throw new InputError(
      `Config ${key}.name has to be a short name of letters, digits, dashes and dots`,
    );
  }
  // As a whole: names of headers are none that the reader would take.
  const headers = config.getOptional<JsonObject>('headers') ?? {};
  return {
    name,
    baseUrl: config.getString('baseUrl'),
    headers: Object.fromEntries(
      Object.entries(headers).map(([header, value]) => {
        if (typeof value !== 'string') {
          throw new InputError(
            `Config ${key}.headers has a value that is no text`,
          );
        }
        return [header, value];
      }),
    ),
  };
}

function readInterval(config: Config | undefined): number {
  if (!config?.has('interval')) {
    return INTERVAL_MS;
  }
  const ms = durationToMilliseconds(
    readDurationFromConfig(config, { key: 'interval' }),
  );
  if (!(ms >= INTERVAL_MIN_MS) || ms > INTERVAL_MAX_MS) {
    throw new InputError(
      `Config ${KEY}.interval has to be between 10 seconds and a day`,
    );
  }
  return ms;
}
