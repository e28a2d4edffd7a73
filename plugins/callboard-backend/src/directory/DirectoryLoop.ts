import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { nextDelayMs } from '@callboard/plugin-callboard-node';
import type { Lease } from '../collect/Lease';
import { pause } from '../collect/pause';
import type { SpineMetrics } from '../collect/SpineMetrics';
import type { ServiceDirectory, SweepResult } from './ServiceDirectory';

/** The pseudo-source whose holder sweeps the catalog. */
export const DIRECTORY_SOURCE = 'catalog/services';

const SWEEP_EVERY_MS = 30_000;
/** While the catalog is still being filled. */
const SWEEP_CHANGING_EVERY_MS = 10_000;
const SWEEP_EMPTY_EVERY_MS = 3_000;

export interface DirectoryLoopOptions {
  readonly directory: ServiceDirectory;
  readonly lease: Lease;
  readonly logger: LoggerService;
  readonly metrics: SpineMetrics;
  readonly onRevision: () => void;
  readonly now: () => number;
  readonly random: () => number;
}

/** Sweeps the catalog for as long as the lease is held; never throws. */
export async function runDirectoryLoop(
  options: DirectoryLoopOptions,
): Promise<void> {
  const { directory, lease, logger, metrics, onRevision, now, random } =
    options;
  let failures = 0;
  while (!lease.signal.aborted) {
    if (!lease.isCurrent()) {
      await pause(SWEEP_EMPTY_EVERY_MS, lease.signal);
      continue;
    }
    const startedAt = now();
    try {
      const result = await directory.sweep(lease);
      failures = 0;
      metrics.swept(result, now() - startedAt);
      if (result.changed + result.deleted > 0) {
        onRevision();
      }
      await pause(sweepDelayMs(result), lease.signal);
    } catch (error) {
      if (lease.signal.aborted) {
        return;
      }
      failures += 1;
      // While a backend starts, its catalog may not answer yet.
      const level = failures > 1 ? 'warn' : 'debug';
      logger[level](`The catalog could not be swept: ${stringifyError(error)}`);
      await pause(
        1_000 + nextDelayMs({ failures, random, capMs: SWEEP_EVERY_MS }),
        lease.signal,
      );
    }
  }
}

function sweepDelayMs({ services, changed }: SweepResult): number {
  if (services === 0) {
    return SWEEP_EMPTY_EVERY_MS;
  }
  return changed > 0 ? SWEEP_CHANGING_EVERY_MS : SWEEP_EVERY_MS;
}
