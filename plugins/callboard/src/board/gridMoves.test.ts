import { moveInGrid } from './gridMoves';

const last = { index: 20, column: 6 };

describe('moveInGrid', () => {
  it.each([
    ['ArrowDown', [3, 2], [4, 2]],
    ['j', [3, 2], [4, 2]],
    ['K', [3, 2], [2, 2]],
    ['k', [0, 2], [0, 2]],
    ['ArrowDown', [20, 2], [20, 2]],
    ['ArrowLeft', [3, 0], [3, 0]],
    ['ArrowRight', [3, 6], [3, 6]],
    ['ArrowRight', [3, 5], [3, 6]],
    ['Home', [3, 5], [3, 0]],
    ['End', [3, 0], [3, 6]],
    ['PageDown', [3, 1], [13, 1]],
    ['PageDown', [15, 1], [20, 1]],
    ['PageUp', [3, 1], [0, 1]],
  ])('%s leads from %j to %j', (key, [index, column], [toIndex, toColumn]) => {
    expect(moveInGrid({ place: { index, column }, key, last })).toEqual({
      index: toIndex,
      column: toColumn,
    });
  });

  it.each(['w', 'Enter', 'x', 'Tab'])('%s does not move', key => {
    expect(
      moveInGrid({ place: { index: 1, column: 1 }, key, last }),
    ).toBeUndefined();
  });
});
