import type { FindingDraft } from '@callboard/plugin-callboard-common';

const MINUTE_MS = 60_000;

/** A clock that is off: times are corrected, but logs and cron triggers are not. */
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
    hint: 'Let the controller take its time from a time server',
    impact: 'delivery',
    params: { source },
    links: [],
  };
}
