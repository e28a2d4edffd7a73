import { formatDuration } from './formatDuration';
import { fromInstant, toInstant } from './instants';
import { nearNames } from './nearNames';
import { plainText } from './plainText';
import { safeLinks } from './safeLinks';
import { SCRIPT_URL } from './pipelines/testFacts';

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [400, '0 s'],
    [59_999, '1 min'],
    [45_000, '45 s'],
    [12 * 60_000, '12 min'],
    [90 * 60_000, '1 h 30 min'],
    [24 * 3_600_000, '1 d'],
    [36 * 3_600_000 + 5_000, '1 d 12 h'],
    [30 * 86_400_000, '30 d'],
    [-5, '0 s'],
  ])('%d ms is %s', (durationMs, words) => {
    expect(formatDuration(durationMs)).toBe(words);
  });
});

describe('instants', () => {
  it.each([
    [0, '1970-01-01T00:00:00.000Z'],
    [-1, '1970-01-01T00:00:00.000Z'],
    [NaN, '1970-01-01T00:00:00.000Z'],
    [1e300, '9999-12-31T23:59:59.999Z'],
    [Infinity, '9999-12-31T23:59:59.999Z'],
  ])('writes %d as %s', (epochMs, instant) => {
    expect(toInstant(epochMs)).toBe(instant);
  });

  it.each([
    0, 1, 86_399_999, 86_400_000, 951_782_399_999, 951_782_400_000, 1.9,
    1_700_000_000_123, 1_700_000_000_000, 86_400_000, 253_402_300_799_999,
  ])('writes %d as a date does, whatever was written before', epochMs => {
    expect(toInstant(epochMs)).toBe(new Date(epochMs).toISOString());
  });

  it('reads what is a time, and nothing else', () => {
    expect(fromInstant('1970-01-01T00:00:01Z')).toBe(1000);
    expect(fromInstant('soon')).toBeUndefined();
    expect(fromInstant(undefined)).toBeUndefined();
  });
});

describe('plainText', () => {
  it.each([
    ['as it is', 'as it is'],
    ['a\nb\tc\u0000d\ud83d', 'a b c d'],
    ['\u202Ereversed\u202C', 'reversed'],
    ['0123456789ABC', '012345678…'],
    ['😀'.repeat(11), `${'😀'.repeat(9)}…`],
    ['', ''],
  ])('%j becomes %j', (text, plain) => {
    expect(plainText(text, 10)).toBe(plain);
  });
});

describe('safeLinks', () => {
  it('lets only http and https pass, and each address once', () => {
    expect(
      safeLinks([
        { title: 'a', url: 'https://ci.example/job' },
        { title: 'same', url: 'https://ci.example/job' },
        { title: 'b', url: 'http://ci.example/' },
        { title: 'c', url: SCRIPT_URL },
        { title: 'd', url: 'data:text/html,x' },
        { title: 'e', url: '/relative' },
        { title: 'f', url: 'slack://channel' },
        { title: 'g' },
      ]).map(({ title }) => title),
    ).toEqual(['a', 'b']);
  });
});

describe('nearNames', () => {
  const names = [
    'shop/gift-cards',
    'shop/checkout',
    'shop/checkout-api',
    'shop/cart',
    'payments/gateway',
    'Search/Indexer',
  ];

  it.each([
    ['shop/giftcards', ['shop/gift-cards']],
    ['shop/GIFT_CARDS', ['shop/gift-cards']],
    ['shop/chekout', ['shop/checkout']],
    ['search/indexer', ['Search/Indexer']],
    ['shop/gateway', ['payments/gateway']],
    ['something/else-entirely', []],
    ['x'.repeat(5000), []],
  ])('%s: %j', (wanted, near) => {
    expect(nearNames(wanted, names)).toEqual(near);
  });

  it('names the nearest first, and only a few', () => {
    expect(
      nearNames('app-1', ['app-22', 'app-2', 'app-1x', 'app1', 'app-3'], 3),
    ).toEqual(['app1', 'app-1x', 'app-2']);
  });

  it('is done with thousands of names in no time', () => {
    const many = Array.from(
      { length: 10_000 },
      (_, index) => `folder-${index % 100}/${'service'.repeat(4)}-${index}`,
    );
    expect(
      nearNames(`folder-7/${'service'.repeat(4)}-7007`, many),
    ).toHaveLength(3);
  });
});
