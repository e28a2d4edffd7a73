import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError, stringifyError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

const DEFAULT_RETENTION_MS = 90 * 86_400_000;
const PATH = 'callboard.retention';

/** How long history is kept, in milliseconds. */
export interface Retention {
  readonly transitionsMs: number;
  readonly changesMs: number;
  readonly servicesMs: number;
}

/** Reads `callboard.retention`. */
export function readRetention(config: Config): Retention {
  return {
    transitionsMs: durationMs(config, 'transitions'),
    changesMs: durationMs(config, 'changes'),
    servicesMs: durationMs(config, 'services'),
  };
}

function durationMs(config: Config, key: string): number {
  const path = `${PATH}.${key}`;
  if (!config.has(path)) {
    return DEFAULT_RETENTION_MS;
  }
  let ms: number;
  try {
    ms = durationToMilliseconds(readDurationFromConfig(config, { key: path }));
  } catch (error) {
    throw new InputError(
      `Config '${path}' cannot be read: ${stringifyError(error)}`,
    );
  }
  if (!(ms > 0)) {
    throw new InputError(`Config '${path}' has to be longer than nothing`);
  }
  return ms;
}
