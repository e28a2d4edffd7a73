import { parseRetryAfter } from './retryAfter';

const now = Date.parse('2026-11-23T12:00:00Z');
const date = 'Mon, 23 Nov 2026 13:00:00 GMT';

describe('parseRetryAfter', () => {
  it.each<[string | undefined, string | undefined, number | undefined]>([
    [undefined, undefined, undefined],
    ['', undefined, undefined],
    ['0', undefined, 0],
    ['7', undefined, 7_000],
    [' 7 ', undefined, 7_000],
    ['86400', undefined, 3_600_000],
    ['9'.repeat(400), undefined, 3_600_000],
    ['-5', undefined, undefined],
    ['1.5', undefined, undefined],
    ['soon', undefined, undefined],
    // By our clock where the answer has none …
    ['Mon, 23 Nov 2026 12:00:30 GMT', undefined, 30_000],
    ['Mon, 23 Nov 2026 12:00:30 GMT', 'nonsense', 30_000],
    ['Mon, 23 Nov 2026 11:00:00 GMT', undefined, 0],
    // … else by the clock that wrote it, here an hour ahead.
    ['Mon, 23 Nov 2026 13:00:30 GMT', date, 30_000],
    ['Mon, 23 Nov 2026 12:59:59 GMT', date, 0],
    ['Wed, 25 Nov 2026 12:00:00 GMT', date, 3_600_000],
  ])('makes of %j at %j %j', (retryAfter, dateHeader, expected) => {
    expect(parseRetryAfter({ retryAfter, date: dateHeader, now })).toBe(
      expected,
    );
  });
});
