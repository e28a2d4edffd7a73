import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Runbook } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { notSaved, type NotSaved } from './notSaved';

/** How restoring goes. */
export type RestoreState =
  | { readonly type: 'idle' }
  | { readonly type: 'restoring' }
  | {
      readonly type: 'restored';
      readonly runbook: Runbook;
      readonly from: number;
    }
  /** After a conflict, restoring again comes after what was saved meanwhile. */
  | NotSaved;

/** Brings back an old version as a new one. */
export function useRestore(id: string): {
  readonly state: RestoreState;
  restore(options: {
    readonly version: number;
    readonly after: number;
    readonly note: string;
  }): Promise<Runbook | undefined>;
  reset(): void;
} {
  const api = useApi(runbooksApiRef);
  const [state, setState] = useState<RestoreState>({ type: 'idle' });
  const reset = useCallback(() => setState({ type: 'idle' }), []);
  const restore = useCallback(
    async (options: { version: number; after: number; note: string }) => {
      const { version, after, note } = options;
      setState({ type: 'restoring' });
      try {
        const runbook = await api.restoreVersion(id, {
          version,
          after,
          note: note.trim() || undefined,
        });
        setState({ type: 'restored', runbook, from: version });
        return runbook;
      } catch (error) {
        setState(notSaved(error));
        return undefined;
      }
    },
    [api, id],
  );
  return { state, restore, reset };
}
