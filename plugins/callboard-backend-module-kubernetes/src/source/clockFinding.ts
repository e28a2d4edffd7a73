import type { FindingDraft } from '@callboard/plugin-callboard-common';

const MINUTE_MS = 60_000;

/** A clock that is off: times are corrected, but CronJobs and certificates are not. */
export function clockFinding(
  source: string,
  offsetMs: number,
): FindingDraft | undefined {
  if (offsetMs === 0) {
    return undefined;
  }
  const minutes = Math.abs(offsetMs) / MINUTE_MS;
  return {
    code: 'clock-off',
    status: 'note',
    message: `The clock of ${source} is ${minutes} min ${
      offsetMs > 0 ? 'ahead' : 'behind'
    }; the times shown here are corrected`,
    hint: 'Let its nodes take their time from a time server',
    impact: 'delivery',
    params: { source },
    links: [],
  };
}
