import { Impact, OVERALL_STATUSES, OverallStatus } from '../words';

/**
 * The number that the board sorts by, worst 0: twice the position of the status, plus one where
 * only delivery feels it.
 * @public
 */
export function boardRank(status: OverallStatus, impact?: Impact): number {
  const deliveryOnly =
    impact === 'delivery' && (status === 'failing' || status === 'warning');
  return 2 * OVERALL_STATUSES.indexOf(status) + (deliveryOnly ? 1 : 0);
}

/**
 * The status behind a {@link boardRank}; a number that is none counts as the nearest one.
 * @public
 */
export function statusOfBoardRank(rank: number): OverallStatus {
  const last = OVERALL_STATUSES.length - 1;
  const position = Math.min(Math.max(Math.floor(rank / 2), 0), last);
  return OVERALL_STATUSES[position];
}

/**
 * Every {@link boardRank} that a status has, for filters.
 * @public
 */
export function boardRanksOf(status: OverallStatus): readonly number[] {
  const rank = boardRank(status);
  return status === 'failing' || status === 'warning'
    ? [rank, rank + 1]
    : [rank];
}
