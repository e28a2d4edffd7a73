import {
  ConfigReader,
  readDurationFromConfig,
  type Config,
} from '@backstage/config';
import { InputError, stringifyError } from '@backstage/errors';
import { durationToMilliseconds, type JsonObject } from '@backstage/types';
import { parseSourceId } from '../sourceId';

/** What `callboard.sources` says of one source; durations in milliseconds. @public */
export interface SourceSettings {
  /** Where not, failing counts as warning, warning and unknown as note; `true` by default. */
  readonly production: boolean;
  /** How often to ask it, instead of what its module would. */
  readonly intervalMs?: number;
  /** Longest time of one call, instead of what its module would. */
  readonly deadlineMs?: number;
}

const KNOWN = ['production', 'interval', 'deadline'];

/**
 * Reads `callboard.sources`, by id of the source: `jenkins/main`. Throws an InputError that names
 * the path where a value cannot be used.
 * @public
 */
export function readSourceSettings(
  config: Config,
): ReadonlyMap<string, SourceSettings> {
  // As a whole, because a key with a slash is none that the reader would take.
  const sources = config.getOptional<JsonObject>('callboard.sources') ?? {};
  return new Map(
    Object.keys(object(sources, 'callboard.sources')).map(id => {
      const path = `callboard.sources.'${id}'`;
      parseSourceId(id);
      return [id, settingsOf(object(sources[id] ?? {}, path), path)];
    }),
  );
}

function settingsOf(values: JsonObject, path: string): SourceSettings {
  const stranger = Object.keys(values).find(key => !KNOWN.includes(key));
  if (stranger !== undefined) {
    throw new InputError(
      `Config '${path}.${stranger}' is nothing that we know; there are ${KNOWN.join(
        ', ',
      )}`,
    );
  }
  const { production = true } = values;
  if (typeof production !== 'boolean') {
    throw new InputError(`Config '${path}.production' has to be true or false`);
  }
  const intervalMs = durationMs(values, { path, key: 'interval' });
  const deadlineMs = durationMs(values, { path, key: 'deadline' });
  return {
    production,
    ...(intervalMs !== undefined && { intervalMs }),
    ...(deadlineMs !== undefined && { deadlineMs }),
  };
}

function durationMs(
  values: JsonObject,
  { path, key }: { path: string; key: string },
): number | undefined {
  if (values[key] === undefined) {
    return undefined;
  }
  let ms: number;
  try {
    ms = durationToMilliseconds(
      readDurationFromConfig(new ConfigReader(values), { key }),
    );
  } catch (error) {
    throw new InputError(
      `Config '${path}.${key}' cannot be read: ${stringifyError(error)}`,
    );
  }
  if (!(ms >= 1000) || ms > 86_400_000) {
    throw new InputError(
      `Config '${path}.${key}' has to be between a second and a day`,
    );
  }
  return ms;
}

function object(value: unknown, path: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(`Config '${path}' has to be an object`);
  }
  return value as JsonObject;
}
