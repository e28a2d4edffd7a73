import { clockOffset } from './clockOffset';

const HOUR_MS = 3_600_000;

describe('how far the clock of the server is ahead', () => {
  it.each([
    ['the same clock', 0, { sent: 100, received: 300, server: 0 }, 0],
    [
      'an answer that took long',
      0,
      { sent: 0, received: 9_000, server: 2_000 },
      0,
    ],
    [
      'an hour behind the server',
      0,
      { sent: 0, received: 200, server: HOUR_MS },
      HOUR_MS - 200,
    ],
    [
      'an hour ahead of it',
      0,
      { sent: HOUR_MS, received: HOUR_MS + 200, server: 0 },
      1_000 - HOUR_MS,
    ],
    [
      'what is known, and an answer that took long',
      HOUR_MS,
      { sent: 0, received: 8_000, server: HOUR_MS + 4_000 },
      HOUR_MS,
    ],
    [
      'a clock that was put right meanwhile',
      HOUR_MS,
      { sent: HOUR_MS, received: HOUR_MS + 200, server: HOUR_MS },
      1_000,
    ],
  ])('%s', (_, known, { sent, received, server }, offset) => {
    expect(
      clockOffset(known, {
        sentAtMs: sent,
        receivedAtMs: received,
        serverTimeMs: server,
      }),
    ).toBe(offset);
  });
});
