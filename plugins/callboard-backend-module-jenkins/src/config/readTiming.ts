import {
  ConfigReader,
  readDurationFromConfig,
  type Config,
} from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';

const DEFAULT_INTERVAL_MS = 30_000;
const DEFAULT_DEADLINE_MS = 10_000;

/** Asking more often than this is an attack. */
const MIN_INTERVAL_MS = 1_000;

/** When a source is asked, in milliseconds. */
export interface Timing {
  readonly intervalMs: number;
  readonly deadlineMs: number;
}

// Ids hold a slash, which no config key may hold when it is asked for by name.
const sourcesSchema = z.record(
  z.string(),
  z.object({ interval: z.json().optional(), deadline: z.json().optional() }),
);

/** `interval` and `deadline` of `callboard.sources`, by default 30 s and 10 s. */
export function readTiming(config: Config, source: string): Timing {
  const sources = sourcesSchema.safeParse(
    config.getOptional('callboard.sources') ?? {},
  );
  if (!sources.success) {
    throw new InputError(
      'callboard.sources must be a map of sources to their settings',
    );
  }
  const { interval, deadline } = sources.data[source] ?? {};
  const key = `callboard.sources['${source}']`;
  return {
    intervalMs: Math.max(
      MIN_INTERVAL_MS,
      readMs(interval, `${key}.interval`) ?? DEFAULT_INTERVAL_MS,
    ),
    deadlineMs: readMs(deadline, `${key}.deadline`) ?? DEFAULT_DEADLINE_MS,
  };
}

function readMs(
  value: z.infer<ReturnType<typeof z.json>> | undefined,
  key: string,
): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  try {
    const reader = new ConfigReader({ value });
    const ms = durationToMilliseconds(
      readDurationFromConfig(reader, { key: 'value' }),
    );
    if (ms > 0) {
      return ms;
    }
  } catch {
    // Said below, with the key that the operator knows.
  }
  throw new InputError(
    `${key} must be a duration, like 30s or { seconds: 30 }`,
  );
}
