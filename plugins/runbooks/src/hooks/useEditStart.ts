import { useCallback, useMemo, useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import type { Runbook } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../api/runbooksApiRef';
import type { Draft } from '../editor/Draft';
import { draftOffer } from '../editor/draftOffer';
import { DraftStore, type DraftKey } from '../editor/DraftStore';
import { editedOf } from '../editor/editedRunbook';
import {
  baseOf,
  editorReducer,
  startOf,
  type EditorState,
} from '../editor/editorState';
import {
  newRunbook,
  toNewRunbookQuery,
  type NewRunbookQuery,
} from '../editor/newRunbook';

/** What is edited: a runbook by its id, or a new one for something. */
export type EditTarget =
  | { readonly id: string }
  | { readonly query: NewRunbookQuery };

/** What the editor begins with. */
export type EditStart =
  | { readonly type: 'loading' }
  | { readonly type: 'failed'; readonly error: Error; retry(): void }
  /** There is a draft, and somebody saved since it began. */
  | {
      readonly type: 'ask';
      readonly draft: Draft;
      readonly saved: Runbook;
      restore(): void;
      discard(): void;
    }
  | {
      readonly type: 'ready';
      readonly store: DraftStore;
      readonly draftKey: DraftKey;
      readonly initial: EditorState;
      /** When the draft was kept that it begins with. */
      readonly restoredAt?: string;
    };

interface Found {
  readonly user: string;
  readonly saved?: Runbook;
}

/** Loads what is edited, and what this person wrote of it before without saving. */
export function useEditStart(target: EditTarget): EditStart {
  const api = useApi(runbooksApiRef);
  const identityApi = useApi(identityApiRef);
  const store = useMemo(
    () => DraftStore.create({ storage: window.localStorage }),
    [],
  );
  const id = 'id' in target ? target.id : undefined;
  const wanted = 'query' in target ? toNewRunbookQuery(target.query) : '';
  const { value, error, loading, retry } = useAsyncRetry(async () => {
    const [{ userEntityRef: user }, saved] = await Promise.all([
      identityApi.getBackstageIdentity(),
      id === undefined ? undefined : api.getRunbook(id, { latest: true }),
    ]);
    return { user, saved } satisfies Found;
  }, [api, identityApi, id]);
  const [joined, setJoined] = useState<EditorState>();
  const [joinError, setJoinError] = useState<Error>();
  const [discarded, setDiscarded] = useState(false);

  const start = useMemo(() => {
    if (!value) {
      return undefined;
    }
    const { user, saved } = value;
    const draftKey = { runbook: id ?? `new?${wanted}`, user };
    return { draftKey, saved, offer: draftOffer(store.read(draftKey), saved) };
    // What was kept counts as it was when the page began.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [value, store]);

  const restore = useCallback(
    async (draft: Draft, saved: Runbook) => {
      try {
        const base = await api.getVersion(saved.id, draft.baseVersion);
        setJoined(
          editorReducer(
            {
              ...startOf({
                version: base.version,
                edited: editedOf(base),
                runbook: saved,
              }),
              mine: draft.edited,
              note: draft.note,
            },
            { type: 'join', theirs: saved },
          ),
        );
      } catch (failed) {
        setJoinError(failed instanceof Error ? failed : new Error(`${failed}`));
      }
    },
    [api],
  );

  if (error || joinError) {
    return {
      type: 'failed',
      error: error ?? joinError ?? new Error(),
      retry: () => {
        setJoinError(undefined);
        retry();
      },
    };
  }
  if (loading || !start) {
    return { type: 'loading' };
  }
  const { draftKey, saved, offer } = start;
  if (joined) {
    return { type: 'ready', store, draftKey, initial: joined };
  }
  if (offer.type === 'ask' && saved && !discarded) {
    const { draft } = offer;
    return {
      type: 'ask',
      draft,
      saved,
      restore: () => void restore(draft, saved),
      discard: () => {
        store.drop(draftKey);
        setDiscarded(true);
      },
    };
  }
  const base =
    saved || !('query' in target)
      ? saved && baseOf(saved)
      : { version: 0, edited: newRunbook(target.query) };
  if (!base) {
    return { type: 'loading' };
  }
  const plain = startOf(base);
  return offer.type === 'continue'
    ? {
        type: 'ready',
        store,
        draftKey,
        initial: editorReducer(plain, { type: 'restore', draft: offer.draft }),
        restoredAt: offer.draft.keptAt,
      }
    : { type: 'ready', store, draftKey, initial: plain };
}
