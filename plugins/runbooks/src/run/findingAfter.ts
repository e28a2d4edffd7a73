import type { FindingSnapshot } from '@callboard/plugin-runbooks-common';

/**
 * The finding that a run began with as it is now; `ok` where it is gone. Undefined where nobody can
 * tell: the run is about none, or nothing tells of findings.
 */
export function findingAfter(
  before: FindingSnapshot | undefined,
  now: readonly FindingSnapshot[] | undefined,
): FindingSnapshot | undefined {
  if (!before || !now) {
    return undefined;
  }
  const { aspect, code, alertname, fingerprint } = before;
  const same = now.find(
    one =>
      (fingerprint !== undefined && one.fingerprint === fingerprint) ||
      (code !== undefined && one.code === code && one.aspect === aspect) ||
      (alertname !== undefined && one.alertname === alertname),
  );
  return same ?? { aspect, code, alertname, fingerprint, status: 'ok' };
}
