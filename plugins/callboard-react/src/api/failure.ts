import { ResponseError } from '@backstage/errors';

/**
 * What a failed request means to a page.
 * @public
 */
export interface Failure {
  readonly kind: 'not-found' | 'forbidden' | 'other';
  /** HTTP status, where the server answered at all. */
  readonly statusCode?: number;
  readonly message: string;
}

const KIND_OF_STATUS: Record<number, Failure['kind']> = {
  403: 'forbidden',
  404: 'not-found',
};

/**
 * Says what a failed request means.
 * @public
 */
export function failureOf(error: Error): Failure {
  if (ResponseError.is(error)) {
    return {
      kind: KIND_OF_STATUS[error.statusCode] ?? 'other',
      statusCode: error.statusCode,
      message: error.body.error.message,
    };
  }
  return { kind: 'other', message: error.message };
}
