import { isError } from '@backstage/errors';
import type { SourceState } from '@callboard/plugin-callboard-common';
import type {
  MissedShard,
  UpstreamError,
} from '@callboard/plugin-callboard-node';

/** What the failure of a whole round says of its source. */
export interface RoundFailure {
  readonly state: SourceState;
  readonly message: string;
  readonly retryAfterMs?: number;
  /** A fault of the module, not of the external system: the log has to tell. */
  readonly unexpected: boolean;
}

/** Turns what `observe` threw into the health of the source. */
export function toRoundFailure(source: string, error: unknown): RoundFailure {
  if (isUpstreamError(error)) {
    const { reason, message, retryAfterMs } = error;
    return {
      state:
        reason === 'unreachable' || reason === 'forbidden' ? reason : 'failing',
      message,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      unexpected: false,
    };
  }
  return {
    state: 'failing',
    // Anything may be in the message of an error that nobody expected, secrets included.
    message: `${source} could not be observed because of a fault in its module; the backend's log tells more`,
    unexpected: true,
  };
}

/** How a source is that answered, but not for every part. */
export function toPartialState(
  missed: readonly MissedShard[],
  answered: boolean,
): { state: SourceState; message?: string } {
  const [first] = missed;
  if (!first) {
    return { state: 'ok' };
  }
  if (!answered) {
    return { state: first.reason, message: first.message };
  }
  const others = missed.length > 1 ? `, and ${missed.length - 1} more` : '';
  return {
    state: 'failing',
    message: `Parts of it could not be observed: ${first.message}${others}`,
  };
}

/** By name, because a module may bring a copy of the class along. */
function isUpstreamError(error: unknown): error is UpstreamError {
  return isError(error) && error.name === 'UpstreamError' && 'reason' in error;
}
