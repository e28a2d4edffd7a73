import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  RunbookConflictError,
  type Runbook,
} from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../api/runbooksApiRef';

/** How publishing goes. */
export type PublishState =
  | { readonly type: 'idle' | 'publishing' }
  | {
      readonly type: 'published';
      /** The one that waited. */
      readonly version: number;
    }
  /** Somebody saved meanwhile: that one waits now, and nobody has looked at it. */
  | { readonly type: 'conflict'; readonly current: Runbook }
  | { readonly type: 'failed'; readonly error: Error };

/** Publishes the version of a runbook that waits for a review, as it is. */
export function usePublishWaiting(id: string): {
  readonly state: PublishState;
  publish(options: {
    readonly version: number;
    readonly note: string;
  }): Promise<Runbook | undefined>;
} {
  const api = useApi(runbooksApiRef);
  const [state, setState] = useState<PublishState>({ type: 'idle' });
  const publish = useCallback(
    async (options: { version: number; note: string }) => {
      const { version, note } = options;
      setState({ type: 'publishing' });
      try {
        const { entityRef, title, content } = await api.getVersion(id, version);
        const published = await api.saveRunbook(
          id,
          { entityRef, title, content, state: 'published', note },
          { version },
        );
        setState({ type: 'published', version });
        return published;
      } catch (error) {
        setState(
          error instanceof RunbookConflictError
            ? { type: 'conflict', current: error.current }
            : {
                type: 'failed',
                error: error instanceof Error ? error : new Error(`${error}`),
              },
        );
        return undefined;
      }
    },
    [api, id],
  );
  return { state, publish };
}
