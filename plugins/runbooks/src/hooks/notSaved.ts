import {
  RunbookConflictError,
  type Runbook,
} from '@callboard/plugin-runbooks-common';

/** Why a new version was not made. */
export type NotSaved =
  /** Somebody saved meanwhile. */
  | { readonly type: 'conflict'; readonly current: Runbook }
  | { readonly type: 'failed'; readonly error: Error };

export function notSaved(error: unknown): NotSaved {
  return error instanceof RunbookConflictError
    ? { type: 'conflict', current: error.current }
    : {
        type: 'failed',
        error: error instanceof Error ? error : new Error(`${error}`),
      };
}
