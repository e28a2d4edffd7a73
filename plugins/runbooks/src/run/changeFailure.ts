import { failureOf } from '@callboard/plugin-callboard-react';
import type { Run } from '@callboard/plugin-runbooks-common';
import { saveFailure } from '../editor/saveFailure';
import type { Refusal } from './changeQueue';

/** The session is over, as after hours without a line: it is sent once there is one again. */
const UNAUTHORIZED = 401;
const CONFLICT = 409;

/** What the server's answer to a change means. */
export type ChangeFailure =
  /** It did not arrive, or nobody knows: it is sent again. */
  | { readonly kind: 'lost'; readonly message: string }
  /** Only the run as it is now tells why. */
  | { readonly kind: 'conflict'; readonly message: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Says what became of a change that was not taken. */
export function changeFailure(error: Error): ChangeFailure {
  const { kind } = saveFailure(error);
  const { message, statusCode } = failureOf(error);
  if (kind === 'lost' || statusCode === UNAUTHORIZED) {
    return { kind: 'lost', message };
  }
  if (statusCode === CONFLICT) {
    return { kind: 'conflict', message };
  }
  return {
    kind: 'refused',
    refusal: {
      kind: kind === 'forbidden' || kind === 'gone' ? kind : 'refused',
      message,
    },
  };
}

/** Why a change does not go with the run as it is now. */
export function conflictWith(run: Run, message: string): Refusal {
  return {
    kind: run.finishedAt === undefined ? 'overtaken' : 'over',
    message,
  };
}
