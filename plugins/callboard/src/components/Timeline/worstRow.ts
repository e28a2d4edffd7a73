import { RUN_TONES, runKind } from '../PipelineRuns';
import type { TimelineRow } from './timelineRows';

const RANK = ['failing', 'warning', 'unknown', 'activity', 'none', 'off', 'ok'];

function rank(row: TimelineRow): number {
  switch (row.type) {
    case 'run':
      return RANK.indexOf(RUN_TONES[runKind(row.run)]);
    case 'transition':
      return RANK.indexOf(row.transition.to);
    default:
      return RANK.length;
  }
}

/** The row that stands for several in one place: the worst, and of equals the newest. */
export function worstRow(rows: readonly TimelineRow[]): TimelineRow {
  return [...rows].sort((a, b) => rank(a) - rank(b) || b.at - a.at)[0];
}
