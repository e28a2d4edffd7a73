import {
  UpstreamError,
  type MissedShard,
} from '@callboard/plugin-callboard-node';
import { toPartialState, toRoundFailure } from './roundFailure';

describe('toRoundFailure', () => {
  it.each([
    ['unreachable', 'unreachable'],
    ['forbidden', 'forbidden'],
    ['not-found', 'failing'],
    ['invalid', 'failing'],
  ] as const)('says %s as %s', (reason, state) => {
    const error = new UpstreamError('One sentence', {
      reason,
      retryAfterMs: 5_000,
    });
    expect(toRoundFailure('fake/main', error)).toEqual({
      state,
      message: 'One sentence',
      retryAfterMs: 5_000,
      unexpected: false,
    });
  });

  it.each([new TypeError('token=abc'), 'token=abc', undefined])(
    'keeps to itself what nobody expected: %p',
    error => {
      const failure = toRoundFailure('fake/main', error);
      expect(failure).toMatchObject({ state: 'failing', unexpected: true });
      expect(failure.message).not.toContain('token');
    },
  );
});

describe('toPartialState', () => {
  const missed: MissedShard[] = ['a', 'b'].map(shard => ({
    shard,
    reason: 'forbidden',
    message: `We may not read ${shard}`,
  }));

  it.each([
    [[], true, { state: 'ok' }],
    [
      missed.slice(0, 1),
      true,
      {
        state: 'failing',
        message: 'Parts of it could not be observed: We may not read a',
      },
    ],
    [
      missed,
      true,
      {
        state: 'failing',
        message:
          'Parts of it could not be observed: We may not read a, and 1 more',
      },
    ],
    [missed, false, { state: 'forbidden', message: 'We may not read a' }],
  ] as const)('of %j', (parts, answered, expected) => {
    expect(toPartialState(parts, answered)).toEqual(expected);
  });
});
