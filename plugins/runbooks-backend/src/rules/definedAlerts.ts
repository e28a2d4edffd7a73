import {
  plainMatchValue,
  type DefinedAlerts,
} from '@callboard/plugin-runbooks-common';
import type { AlertReading } from '../alerts/AlertReading';

/** Alerts that were read lately. */
export interface LatelyDefinedAlerts extends DefinedAlerts {
  /** Up to when that may be said, epoch milliseconds. */
  readonly until: number;
}

/**
 * The alerts of all systems that fire alerts; nothing where there is no such system, or where one of
 * them never told: any name may be one of its alerts.
 */
export function definedAlerts(options: {
  readonly servers: readonly string[];
  readonly readings: readonly AlertReading[];
  /** How long it counts what a system told. */
  readonly maxAgeMs: number;
}): LatelyDefinedAlerts | undefined {
  const { servers, readings, maxAgeMs } = options;
  const told = readings.filter(({ server }) => servers.includes(server));
  if (servers.length === 0 || told.length < servers.length) {
    return undefined;
  }
  const names = told.flatMap(({ alertnames }) =>
    alertnames.map(name => plainMatchValue('alertname', name)),
  );
  return {
    names: new Set(names),
    servers,
    until: Math.min(...told.map(({ readAt }) => readAt)) + maxAgeMs,
  };
}
