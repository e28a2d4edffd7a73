import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { SourceState } from '@callboard/plugin-callboard-common';
import type { SweepResult } from '../directory/ServiceDirectory';

/** What the write side counts. */
export interface SpineMetrics {
  round(round: {
    readonly source: string;
    readonly state: SourceState;
    readonly durationMs: number;
    readonly calls: number;
    readonly bytes: number;
  }): void;
  written(source: string, count: number): void;
  /** A watch ended that should not have. */
  watchRestarted(source: string): void;
  lease(change: 'acquired' | 'lost' | 'released'): void;
  swept(result: SweepResult, durationMs: number): void;
}

/** Counts through Backstage's metrics service. */
export function createSpineMetrics(metrics: MetricsService): SpineMetrics {
  const rounds = metrics.createCounter('callboard.rounds', {
    description: 'Rounds of a source, by how they left it',
  });
  const roundDuration = metrics.createHistogram('callboard.round.duration', {
    description: 'Time that a round of a source takes',
    unit: 's',
  });
  const calls = metrics.createCounter('callboard.upstream.calls', {
    description: 'Calls made to a source',
  });
  const bytes = metrics.createCounter('callboard.upstream.bytes', {
    description: 'Bytes received from a source',
    unit: 'By',
  });
  const observations = metrics.createCounter('callboard.observations.written', {
    description: 'Observations that differed from what was stored',
  });
  const watchRestarts = metrics.createCounter('callboard.watch.restarts', {
    description: 'Watches that a module ended and that were begun again',
  });
  const leases = metrics.createCounter('callboard.lease.changes', {
    description: 'Leases of sources that were acquired, lost or released',
  });
  const sweepDuration = metrics.createHistogram('callboard.sweep.duration', {
    description: 'Time that a sweep of the catalog takes',
    unit: 's',
  });
  const services = metrics.createGauge('callboard.services', {
    description: 'Services that the last sweep of the catalog found',
  });
  return {
    round({ source, state, durationMs, ...usage }) {
      rounds.add(1, { source, state });
      roundDuration.record(durationMs / 1000, { source });
      calls.add(usage.calls, { source });
      bytes.add(usage.bytes, { source });
    },
    written(source, count) {
      observations.add(count, { source });
    },
    watchRestarted(source) {
      watchRestarts.add(1, { source });
    },
    lease(change) {
      leases.add(1, { change });
    },
    swept(result, durationMs) {
      sweepDuration.record(durationMs / 1000);
      services.record(result.services);
    },
  };
}
