import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Runbook, RunbookState } from '@callboard/plugin-runbooks-common';
import type { DraftKey, DraftStore } from '../editor/DraftStore';
import { toWrite, type EditedRunbook } from '../editor/editedRunbook';
import {
  editorReducer,
  isDirty,
  type EditorAction,
  type EditorState,
} from '../editor/editorState';
import type { SaveState } from '../editor/SaveLoop';
import { validate, type EditedProblem } from '../editor/validate';
import { useKeptDraft, type KeptDraft } from './useKeptDraft';
import { useSaveLoop } from './useSaveLoop';

/** One person editing one runbook. */
export interface EditorSession {
  readonly state: EditorState;
  readonly dirty: boolean;
  /** What has to be there before it can be saved. */
  readonly problems: readonly EditedProblem[];
  readonly saving: SaveState;
  readonly kept: KeptDraft;
  act(action: EditorAction): void;
  /** Without a state it keeps the one that it has. */
  save(state?: RunbookState): void;
  retryNow(): void;
  /** Forgets what is not saved. */
  discard(): void;
}

/** Edits, keeps and saves; what comes back from the server finds its place. */
export function useEditorSession(options: {
  readonly store: DraftStore;
  readonly draftKey: DraftKey;
  readonly initial: EditorState;
  /** The new runbook is there; what was written since is kept under its id. */
  onCreated(runbook: Runbook): void;
}): EditorSession {
  const { store, draftKey, initial, onCreated } = options;
  const [state, act] = useReducer(editorReducer, initial);
  const latest = useRef(state);
  latest.current = state;
  const sent = useRef<EditedRunbook>(initial.mine);
  const dirty = isDirty(state);
  const { base, mine, note } = state;
  // Once a new runbook is created, its draft is kept under its id.
  const isMoved = !initial.base.runbook && base.runbook !== undefined;
  const draft = useMemo(
    () =>
      dirty && !isMoved
        ? {
            baseVersion: base.version,
            edited: mine,
            note,
          }
        : undefined,
    [dirty, isMoved, base.version, mine, note],
  );
  const kept = useKeptDraft({ store, draftKey, draft });

  const moveDraft = useRef<(runbook: Runbook) => void>(() => {});
  moveDraft.current = runbook => {
    const { current } = latest;
    const next = editorReducer(current, {
      type: 'saved',
      runbook,
      sent: sent.current,
    });
    if (isDirty(next)) {
      store.keep(
        { ...draftKey, runbook: runbook.id },
        {
          baseVersion: runbook.version,
          edited: next.mine,
          note: next.note,
          keptAt: new Date().toISOString(),
        },
      );
    }
    store.drop(draftKey);
  };

  const created = useRef<Runbook>();
  const loop = useSaveLoop(settled => {
    if (settled.type === 'saved') {
      const { runbook } = settled;
      if (!latest.current.base.runbook) {
        moveDraft.current(runbook);
        created.current = runbook;
      }
      act({ type: 'saved', runbook, sent: sent.current });
    } else if (settled.type === 'conflict') {
      // At once: what is typed from here on is typed into the joined text.
      flushSync(() => act({ type: 'join', theirs: settled.current }));
    }
  });

  useEffect(() => {
    if (created.current) {
      onCreated(created.current);
      created.current = undefined;
    }
  }, [state, onCreated]);

  const { save: saveNow } = loop;
  const isSaving = loop.state.type === 'saving';
  const save = useCallback(
    (as?: RunbookState) => {
      const { current } = latest;
      if (
        isSaving ||
        validate(current.mine).length > 0 ||
        (current.conflict?.open.length ?? 0) > 0
      ) {
        return;
      }
      sent.current = current.mine;
      saveNow({
        id: current.base.runbook?.id,
        version: current.base.version,
        write: toWrite(current.mine, { state: as, note: current.note }),
      });
    },
    [saveNow, isSaving],
  );

  return {
    state,
    dirty,
    problems: validate(mine),
    saving: loop.state,
    kept,
    act,
    save,
    retryNow: loop.retryNow,
    discard: useCallback(() => {
      store.drop(draftKey);
      act({ type: 'discard' });
    }, [store, draftKey]),
  };
}
