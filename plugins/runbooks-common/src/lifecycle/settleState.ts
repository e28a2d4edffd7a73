import type { RunbookState } from '../words';
import { ReviewRequiredError } from './ReviewRequiredError';

/** What a write asks of the state of a runbook. @public */
export interface StateQuestion {
  /** The newest version, and who last changed what readers act on; absent for a new runbook. */
  readonly before?: {
    readonly state: RunbookState;
    readonly contentBy: string;
  };
  readonly asked?: RunbookState;
  /** Whether this write changes what readers act on. */
  readonly changed: boolean;
  /** Whether readers would act on something else than the published version that is in force. */
  readonly differs?: boolean;
  /** Who writes. */
  readonly by: string;
  readonly reviewRequired: boolean;
}

/** @public */
export interface SettledState {
  readonly state: RunbookState;
  /** It makes something new match, which is a permission of its own. */
  readonly publishes: boolean;
  /** The published version stays in force until somebody publishes this one. */
  readonly waits: boolean;
}

/**
 * The state that a write leads to. Where a review is required, a change of what is published waits
 * until somebody publishes it, and whoever wrote a draft cannot do so: that is refused with a
 * ReviewRequiredError.
 * @public
 */
export function settleState(question: StateQuestion): SettledState {
  const { before, asked, changed, differs, by, reviewRequired } = question;
  const state = asked ?? before?.state ?? 'draft';
  const isWaiting = differs !== undefined && before?.state === 'draft';
  if (state === 'archived') {
    return { state, publishes: false, waits: false };
  }
  if (isWaiting && !differs) {
    // It says what was published already, so that nothing waits any more.
    return { state: 'published', publishes: false, waits: false };
  }
  if (state === 'draft') {
    return { state, publishes: false, waits: isWaiting };
  }
  const wasPublished = before?.state === 'published';
  if (!reviewRequired) {
    return { state, publishes: !wasPublished || changed, waits: false };
  }
  if (wasPublished) {
    return {
      state: changed ? 'draft' : state,
      publishes: false,
      waits: changed,
    };
  }
  if (!before || changed || before.contentBy === by) {
    throw new ReviewRequiredError(
      'This portal wants a review: save it as a draft, and somebody else who has the permission runbooks.publish publishes it',
    );
  }
  return { state, publishes: true, waits: false };
}
