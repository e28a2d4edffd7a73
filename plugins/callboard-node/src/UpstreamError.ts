import { CustomErrorBase } from '@backstage/errors';

/**
 * What kept us from an answer. `unreachable`: no usable answer; `forbidden`: 401, 403 or a login
 * page; `not-found`: 404; `invalid`: an answer that is not what the system's API promises.
 * @public
 */
export type UpstreamReason =
  | 'unreachable'
  | 'forbidden'
  | 'not-found'
  | 'invalid';

/** What is known of an {@link UpstreamError}. @public */
export interface UpstreamErrorOptions {
  /** What kept us from an answer. */
  reason: UpstreamReason;
  /** HTTP status, where there was an answer. */
  status?: number;
  /** The system's own words, where the client can read them; without any secret, shortened. */
  said?: string;
  /** What the system asked us to wait, in milliseconds (`Retry-After`). */
  retryAfterMs?: number;
  /** The answer was longer than allowed, so that asking for less may help. */
  tooLong?: boolean;
  /** What was thrown underneath, without any secret. */
  cause?: unknown;
}

/**
 * An external system did not give what was asked for. The message is one sentence without any
 * secret, fit to be shown to people.
 * @public
 */
export class UpstreamError extends CustomErrorBase {
  /** Always `UpstreamError`, also where it comes from another copy of this package. */
  name = 'UpstreamError' as const;
  /** What kept us from an answer. */
  readonly reason: UpstreamReason;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** The system's own words, where the client can read them. */
  readonly said?: string;
  /** What the system asked us to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** The answer was longer than allowed, so that asking for less may help. */
  readonly tooLong?: boolean;

  constructor(message: string, options: UpstreamErrorOptions) {
    super(message, options.cause);
    // The base class appends the cause, which is for logs (it stays in `stack`), not for people.
    this.message = message;
    this.reason = options.reason;
    this.status = options.status;
    this.said = options.said;
    this.retryAfterMs = options.retryAfterMs;
    this.tooLong = options.tooLong;
  }
}
