import type { FindingDraft } from '@callboard/plugin-callboard-common';

const MINUTE_MS = 60_000;

/**
 * A finding of a source whose clock is off: the times of its answers are corrected, but not what
 * the system itself does by its clock. Undefined where the clock is right.
 * @public
 */
export function clockFinding(options: {
  /** `jenkins/main` */
  readonly source: string;
  /** How far its clock is ahead of ours. */
  readonly offsetMs: number;
  /** What to do about it. */
  readonly hint: string;
}): FindingDraft | undefined {
  const { source, offsetMs, hint } = options;
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
    hint,
    impact: 'delivery',
    params: { source },
    links: [],
  };
}
