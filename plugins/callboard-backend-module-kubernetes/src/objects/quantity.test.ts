import { cpuMillisIn, memoryBytesIn, parseQuantity } from './quantity';

describe('parseQuantity', () => {
  it.each([
    ['250m', 0.25],
    ['2', 2],
    ['0.5', 0.5],
    ['.5', 0.5],
    ['100n', 1e-7],
    ['1e3', 1_000],
    ['1E3', 1_000],
    ['5e-1', 0.5],
    ['1E', 1e18],
    ['1k', 1_000],
    ['64Mi', 64 * 2 ** 20],
    ['1Gi', 2 ** 30],
    ['1.5Gi', 1.5 * 2 ** 30],
    ['128974848000m', 128_974_848],
    ['-1', -1],
  ])('reads %s', (text, value) => {
    expect(parseQuantity(text)).toBeCloseTo(value, 9);
  });

  it.each(['', 'much', '1 Gi', '1KiB', '1e', '1.2.3', 'Gi'])(
    'takes %j for none',
    text => {
      expect(parseQuantity(text)).toBeUndefined();
    },
  );
});

it('rounds what is requested up, and not what binary fractions add', () => {
  expect(cpuMillisIn({ cpu: '0.0011' })).toBe(2);
  expect(cpuMillisIn({ cpu: '0.29' })).toBe(290);
  expect(cpuMillisIn({ cpu: 2 })).toBe(2_000);
  expect(memoryBytesIn({ memory: '128974848000m' })).toBe(128_974_848);
  expect(memoryBytesIn({})).toBe(0);
});
