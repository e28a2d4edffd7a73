import { CustomErrorBase } from '@backstage/errors';

/** Somebody else has to publish it; the permission to do so is no help. @public */
export class ReviewRequiredError extends CustomErrorBase {
  /** Also the name of the error in the answer. */
  name = 'ReviewRequiredError' as const;
  readonly statusCode = 403;
}
