/** How full something is. */
export type Fullness = 'room' | 'tight' | 'over';

const TIGHT_FROM = 0.9;

/** The part that is taken, 0 and up; undefined where nothing is known to be offered. */
export function shareOf(part: number, total: number): number | undefined {
  return total > 0 ? part / total : undefined;
}

/** How full something is, in one word. */
export function fullnessOf(share: number): Fullness {
  if (share > 1) {
    return 'over';
  }
  return share >= TIGHT_FROM ? 'tight' : 'room';
}
