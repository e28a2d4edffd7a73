import type { Runbook } from '@callboard/plugin-runbooks-common';
import type { Draft } from './Draft';
import { editedOf, sameEdited, type EditedRunbook } from './editedRunbook';
import {
  joinRunbooks,
  type ConflictPlace,
  type SingleField,
} from './joinRunbooks';

/** What an edit began from. */
export interface EditBase {
  /** Absent for a new runbook. */
  readonly runbook?: Runbook;
  /** 0 for a new runbook. */
  readonly version: number;
  readonly edited: EditedRunbook;
}

/** Somebody else saved first, and both texts were joined. */
export interface Conflict {
  readonly theirs: Runbook;
  /** The version that both began from. */
  readonly baseVersion: number;
  /** Where somebody has to decide; the others are settled. */
  readonly open: readonly ConflictPlace[];
  /** How many places there were. */
  readonly placesCount: number;
  readonly takenCount: number;
}

/** All that the editor holds. */
export interface EditorState {
  readonly base: EditBase;
  readonly mine: EditedRunbook;
  /** Why it is saved. */
  readonly note: string;
  readonly conflict?: Conflict;
  /** Counts up when the text changes by something else than the person's typing. */
  readonly textRevision: number;
}

/** What happens to it. */
export type EditorAction =
  | { readonly type: 'edit'; readonly change: Partial<EditedRunbook> }
  | { readonly type: 'note'; readonly note: string }
  /** What was kept on this device, from the same version. */
  | { readonly type: 'restore'; readonly draft: Draft }
  /** Somebody else saved this one first. */
  | { readonly type: 'join'; readonly theirs: Runbook }
  /** A place is decided on; of a field, for this value. */
  | {
      readonly type: 'settle';
      readonly id: string;
      readonly field?: SingleField;
      readonly value?: string;
    }
  | {
      readonly type: 'saved';
      readonly runbook: Runbook;
      /** What was sent; the person may have gone on writing since. */
      readonly sent: EditedRunbook;
    }
  /** Back to what is saved. */
  | { readonly type: 'discard' };

/** What an edit of a runbook begins from. */
export function baseOf(runbook: Runbook): EditBase {
  return { runbook, version: runbook.version, edited: editedOf(runbook) };
}

/** Whether there is something that is not saved. */
export function isDirty({ base, mine, note }: EditorState): boolean {
  return note !== '' || !sameEdited(base.edited, mine);
}

function join(state: EditorState, theirs: Runbook): EditorState {
  const { base, mine } = state;
  const joined = joinRunbooks({
    base: base.edited,
    theirs: editedOf(theirs),
    mine,
  });
  const open = joined.places;
  return {
    ...state,
    mine: joined.edited,
    // While a place is open, what is kept on this device still says where mine began.
    base: open.length > 0 ? base : baseOf(theirs),
    conflict: {
      theirs,
      baseVersion: base.version,
      open,
      placesCount: open.length,
      takenCount: joined.takenCount,
    },
  };
}

/** What the editor begins with where nothing was kept. */
export function startOf(base: EditBase): EditorState {
  return { base, mine: base.edited, note: '', textRevision: 0 };
}

function next(state: EditorState, action: EditorAction): EditorState {
  switch (action.type) {
    case 'edit':
      return { ...state, mine: { ...state.mine, ...action.change } };
    case 'note':
      return { ...state, note: action.note };
    case 'restore':
      return {
        ...state,
        mine: action.draft.edited,
        note: action.draft.note,
      };
    case 'join':
      return join(state, action.theirs);
    case 'settle': {
      const { conflict, mine } = state;
      if (!conflict) {
        return state;
      }
      const open = conflict.open.filter(({ id }) => id !== action.id);
      const { field, value } = action;
      return {
        ...state,
        mine: field && value !== undefined ? { ...mine, [field]: value } : mine,
        base: open.length > 0 ? state.base : baseOf(conflict.theirs),
        conflict: { ...conflict, open },
      };
    }
    case 'saved': {
      const base = baseOf(action.runbook);
      const same = sameEdited(state.mine, action.sent);
      return {
        base,
        mine: same ? base.edited : state.mine,
        note: same ? '' : state.note,
        textRevision: state.textRevision,
      };
    }
    default:
      return { ...startOf(state.base), textRevision: state.textRevision };
  }
}

/** What the editor holds after something happened to it. */
export function editorReducer(
  state: EditorState,
  action: EditorAction,
): EditorState {
  const after = next(state, action);
  const isForeign =
    action.type !== 'edit' && after.mine.content !== state.mine.content;
  return isForeign ? { ...after, textRevision: state.textRevision + 1 } : after;
}
