import type { Runbook } from '@callboard/plugin-runbooks-common';
import type { Draft } from './Draft';
import { editedOf, sameEdited } from './editedRunbook';

/** What becomes of a draft that is found on this device. */
export type DraftOffer =
  /** There is none, or it says what is saved already. */
  | { readonly type: 'none' }
  /** Nobody saved since: go on with it. */
  | { readonly type: 'continue'; readonly draft: Draft }
  /** Somebody saved since: the person decides. */
  | { readonly type: 'ask'; readonly draft: Draft };

/** What becomes of a draft that is found on this device. */
export function draftOffer(
  draft: Draft | undefined,
  saved: Runbook | undefined,
): DraftOffer {
  if (!draft) {
    return { type: 'none' };
  }
  if (!saved) {
    return { type: 'continue', draft };
  }
  if (sameEdited(editedOf(saved), draft.edited)) {
    return { type: 'none' };
  }
  return {
    type: draft.baseVersion === saved.version ? 'continue' : 'ask',
    draft,
  };
}
