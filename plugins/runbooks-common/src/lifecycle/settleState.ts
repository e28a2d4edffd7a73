import { NotAllowedError } from '@backstage/errors';
import type { RunbookState } from '../words';

/** What a write asks of the state of a runbook. @public */
export interface StateQuestion {
  /** The state that was, and who last changed what readers act on; absent for a new runbook. */
  readonly before?: {
    readonly state: RunbookState;
    readonly contentBy: string;
  };
  readonly asked?: RunbookState;
  /** Whether this write changes what readers act on. */
  readonly changed: boolean;
  /** Who writes. */
  readonly by: string;
  readonly reviewRequired: boolean;
}

/** @public */
export interface SettledState {
  readonly state: RunbookState;
  /** It makes something new match, which is a permission of its own. */
  readonly publishes: boolean;
}

/**
 * The state that a write leads to. Where a review is required, a published runbook that is changed
 * is a draft again, and whoever wrote a draft cannot publish it: that is refused with a
 * NotAllowedError.
 * @public
 */
export function settleState(question: StateQuestion): SettledState {
  const { before, asked, changed, by, reviewRequired } = question;
  const state = asked ?? before?.state ?? 'draft';
  if (state !== 'published') {
    return { state, publishes: false };
  }
  const wasPublished = before?.state === 'published';
  if (!reviewRequired) {
    return { state, publishes: !wasPublished || changed };
  }
  if (wasPublished) {
    return { state: changed ? 'draft' : state, publishes: false };
  }
  if (!before || changed || before.contentBy === by) {
    throw new NotAllowedError(
      'This portal wants a review: save it as a draft, and somebody else who has the permission runbooks.publish publishes it',
    );
  }
  return { state, publishes: true };
}
