import { OVERALL_STATUSES, OverallStatus } from '../words';
import { boardRank, boardRanksOf, statusOfBoardRank } from './boardRank';
import { compareStatus, isBad, statusOfFindings, worstOf } from './worstOf';

describe('order of statuses', () => {
  it('sorts worst first, none last', () => {
    const shuffled: OverallStatus[] = [
      'ok',
      'none',
      'unknown',
      'failing',
      'warning',
    ];
    expect(shuffled.sort(compareStatus)).toEqual(OVERALL_STATUSES);
  });

  it.each<{ statuses: OverallStatus[]; worst: OverallStatus }>([
    { statuses: [], worst: 'none' },
    { statuses: ['none'], worst: 'none' },
    { statuses: ['ok', 'none'], worst: 'ok' },
    { statuses: ['ok', 'unknown', 'ok'], worst: 'unknown' },
    { statuses: ['unknown', 'warning'], worst: 'warning' },
    { statuses: ['warning', 'failing', 'unknown'], worst: 'failing' },
  ])('the worst of $statuses is $worst', ({ statuses, worst }) => {
    expect(worstOf(statuses)).toBe(worst);
  });

  it('makes ok of notes alone', () => {
    expect(statusOfFindings([])).toBe('ok');
    expect(statusOfFindings([{ status: 'note' }])).toBe('ok');
    expect(statusOfFindings([{ status: 'note' }, { status: 'unknown' }])).toBe(
      'unknown',
    );
  });

  it('takes only failing and warning for bad', () => {
    expect(OVERALL_STATUSES.filter(isBad)).toEqual(['failing', 'warning']);
  });
});

describe('rank on the board', () => {
  it.each([
    { status: 'failing', impact: 'live', rank: 0 },
    { status: 'failing', impact: undefined, rank: 0 },
    { status: 'failing', impact: 'delivery', rank: 1 },
    { status: 'warning', impact: 'live', rank: 2 },
    { status: 'warning', impact: 'delivery', rank: 3 },
    { status: 'unknown', impact: 'live', rank: 4 },
    { status: 'unknown', impact: 'delivery', rank: 4 },
    { status: 'ok', impact: undefined, rank: 6 },
    { status: 'none', impact: undefined, rank: 8 },
  ] as const)('$status, $impact is $rank', ({ status, impact, rank }) => {
    expect(boardRank(status, impact)).toBe(rank);
    expect(statusOfBoardRank(rank)).toBe(status);
    expect(boardRanksOf(status)).toContain(rank);
  });

  it('takes a number that is no rank for the nearest', () => {
    expect(statusOfBoardRank(-5)).toBe('failing');
    expect(statusOfBoardRank(99)).toBe('none');
  });
});
