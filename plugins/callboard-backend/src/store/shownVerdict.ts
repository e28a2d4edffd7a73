import {
  compareStatus,
  type OverallStatus,
} from '@callboard/plugin-callboard-common';
import type { StoredVerdict } from './StoredVerdict';

/**
 * The verdict that explains the settled status: the new one where it says the same. While a
 * recovery waits to be believed, or a status flaps, the last one that did, with what goes on now.
 */
export function shownVerdict(options: {
  readonly settled: OverallStatus;
  readonly latest: StoredVerdict;
  readonly previous?: StoredVerdict;
}): StoredVerdict {
  const { settled, latest, previous } = options;
  if (
    !previous ||
    latest.status === settled ||
    compareStatus(latest.status, previous.status) < 0
  ) {
    return latest;
  }
  const { activity, ...rest } = previous;
  return latest.activity ? { ...rest, activity: latest.activity } : rest;
}
