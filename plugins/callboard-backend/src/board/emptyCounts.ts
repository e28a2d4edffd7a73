import type { Counts } from '@callboard/plugin-callboard-common';

/** Counts of nothing, to add to. */
export function emptyCounts(): Counts {
  return { failing: 0, warning: 0, unknown: 0, ok: 0, none: 0 };
}
