import { readDurationFromConfig, ConfigReader } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** A cadence outside of this is a slip of the pen: nothing builds every second or once a decade. */
const MIN_CADENCE_MS = 60_000;
const MAX_CADENCE_MS = 366 * 24 * 60 * 60_000;

/** How often jobs are declared to run, in milliseconds; undefined where it cannot be read. */
export function readCadenceMs(value: string | undefined): number | undefined {
  if (!value) {
    return undefined;
  }
  try {
    const config = new ConfigReader({ cadence: value.trim() });
    const ms = durationToMilliseconds(
      readDurationFromConfig(config, { key: 'cadence' }),
    );
    return ms >= MIN_CADENCE_MS && ms <= MAX_CADENCE_MS ? ms : undefined;
  } catch {
    return undefined;
  }
}
