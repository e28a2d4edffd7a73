import { holdOrder } from './heldOrder';

const hold = (shown: string, fresh: string) => {
  const { rows, moved } = holdOrder({
    shown: shown.split(''),
    fresh: fresh.split(''),
    keyOf: row => row,
  });
  return { rows: rows.join(''), moved };
};

describe('holdOrder', () => {
  it.each([
    ['nothing happened', 'abc', 'abc', 'abc', 0],
    ['one row went to the top', 'abcd', 'dabc', 'abcd', 1],
    ['two rows changed places', 'abcd', 'abdc', 'abcd', 1],
    ['everything turned around', 'abcd', 'dcba', 'abcd', 3],
    ['a row came at the top', 'abc', 'xabc', 'abc', 1],
    ['a row is gone', 'abc', 'ac', 'abc', 1],
    ['more rows were loaded', 'abc', 'abcde', 'abcde', 0],
    ['one came, one went, one moved', 'abcd', 'dxab', 'abcd', 3],
    ['nothing was shown yet', '', 'ab', 'ab', 0],
  ])('%s', (_, shown, fresh, rows, moved) => {
    expect(hold(shown, fresh)).toEqual({ rows, moved });
  });

  it('shows new content in the old places', () => {
    const { rows } = holdOrder({
      shown: [
        { id: 'a', status: 'ok' },
        { id: 'b', status: 'ok' },
      ],
      fresh: [
        { id: 'b', status: 'failing' },
        { id: 'a', status: 'ok' },
      ],
      keyOf: row => row.id,
    });
    expect(rows.map(row => row.status)).toEqual(['ok', 'failing']);
  });

  it('stays fast with 10,000 rows', () => {
    const shown = Array.from({ length: 10_000 }, (_, index) => String(index));
    const { moved } = holdOrder({
      shown,
      fresh: [...shown].reverse(),
      keyOf: row => row,
    });
    expect(moved).toBe(9_999);
  });
});
