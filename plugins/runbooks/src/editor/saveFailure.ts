import { ForwardedError, ResponseError } from '@backstage/errors';

const FORBIDDEN = 403;
/** Not a lack of permission: it takes another person. */
const REVIEW_REQUIRED = 'ReviewRequiredError';
const TOO_LARGE = 413;
const GONE = [404, 410];
/** The server did not get to it, or nobody knows whether it did. */
const TRY_AGAIN = [408, 425, 429];

/** What a save came to that was not taken. */
export type SaveFailure =
  /** The request or its answer was lost on the way, or the server was busy. */
  | { readonly kind: 'lost'; readonly message: string }
  | {
      readonly kind: 'forbidden' | 'review' | 'too-large' | 'gone' | 'refused';
      readonly message: string;
    };

/** Says what a save came to that was not taken. */
export function saveFailure(error: unknown): SaveFailure {
  if (!ResponseError.is(error)) {
    const message = error instanceof Error ? error.message : String(error);
    // An answer that came and cannot be read will not be read better the next time.
    const answered = error instanceof ForwardedError;
    return { kind: answered ? 'refused' : 'lost', message };
  }
  const { statusCode } = error;
  const { name, message } = error.body.error;
  if (statusCode >= 500 || TRY_AGAIN.includes(statusCode)) {
    return { kind: 'lost', message };
  }
  if (statusCode === FORBIDDEN) {
    return { kind: name === REVIEW_REQUIRED ? 'review' : 'forbidden', message };
  }
  if (statusCode === TOO_LARGE) {
    return { kind: 'too-large', message };
  }
  return { kind: GONE.includes(statusCode) ? 'gone' : 'refused', message };
}
