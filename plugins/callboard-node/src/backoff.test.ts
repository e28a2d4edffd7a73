import { nextDelayMs } from './backoff';

describe('nextDelayMs', () => {
  const almostOne = () => 0.999999;

  it.each([
    [0, 0],
    [1, 999],
    [2, 1_999],
    [4, 7_999],
    [7, 59_999],
    [50, 59_999],
    [5_000, 59_999],
  ])('waits after %d failures for at most %d ms', (failures, delay) => {
    expect(nextDelayMs({ failures, random: almostOne })).toBe(delay);
  });

  it('may come back at once, or at any time up to the bound', () => {
    expect(nextDelayMs({ failures: 5, random: () => 0 })).toBe(0);
    expect(nextDelayMs({ failures: 3, random: () => 0.5 })).toBe(2_000);
  });

  it('takes its base and cap from the caller', () => {
    const options = { baseMs: 10, capMs: 25, random: almostOne };
    expect(nextDelayMs({ ...options, failures: 2 })).toBe(19);
    expect(nextDelayMs({ ...options, failures: 3 })).toBe(24);
  });

  it('never comes back sooner than it was asked to, and not together with all others', () => {
    const asked = { failures: 6, retryAfterMs: 7_000 };
    expect(nextDelayMs({ ...asked, random: () => 0 })).toBe(7_000);
    expect(nextDelayMs({ ...asked, random: almostOne })).toBe(8_000);
    expect(
      nextDelayMs({ failures: 0, retryAfterMs: 7_000, random: almostOne }),
    ).toBe(7_000);
  });
});
