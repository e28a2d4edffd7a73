import { CustomErrorBase } from '@backstage/errors';
import type { Runbook } from '@callboard/plugin-runbooks-common';

/** A write that does not say which version it comes after. */
export class PreconditionRequiredError extends CustomErrorBase {
  name = 'PreconditionRequiredError' as const;
  readonly statusCode = 428;
}

/** Somebody else saved first; nothing was written. */
export class VersionConflictError extends CustomErrorBase {
  name = 'VersionConflictError' as const;
  readonly statusCode = 412;
  readonly #current: Runbook;

  constructor(message: string, current: Runbook) {
    super(message);
    this.#current = current;
  }

  /** What is there now. No property of its own, or logs of the error would hold the text. */
  get current(): Runbook {
    return this.#current;
  }
}

/** More than is taken. */
export class TooLargeError extends CustomErrorBase {
  name = 'TooLargeError' as const;
  readonly statusCode = 413;
}

/** A body that is of another kind than what is asked for. */
export class UnsupportedMediaTypeError extends CustomErrorBase {
  name = 'UnsupportedMediaTypeError' as const;
  readonly statusCode = 415;
}
