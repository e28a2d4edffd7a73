import { fullnessOf, shareOf } from './share';

describe('shareOf', () => {
  it.each([
    [1, 4, 0.25],
    [5, 4, 1.25],
    [0, 4, 0],
    [3, 0, undefined],
  ])('%i of %i', (part, total, expected) => {
    expect(shareOf(part, total)).toBe(expected);
  });
});

describe('fullnessOf', () => {
  it.each([
    [0, 'room'],
    [0.89, 'room'],
    [0.9, 'tight'],
    [1, 'tight'],
    [1.01, 'over'],
  ])('%d is %s', (share, expected) => {
    expect(fullnessOf(share)).toBe(expected);
  });
});
