import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { notSaved, type NotSaved } from './notSaved';

/** How publishing goes. */
export type PublishState =
  | { readonly type: 'idle' | 'publishing' }
  | {
      readonly type: 'published';
      /** The one that waited. */
      readonly version: number;
      /** The one in force that was made of it. */
      readonly as: number;
    }
  /** After a conflict another version waits, and nobody has looked at it. */
  | NotSaved;

/** Publishes the version of a runbook that waits for a review, as it is. */
export function usePublishWaiting(id: string): {
  readonly state: PublishState;
  publish(options: {
    readonly version: number;
    readonly note: string;
  }): Promise<void>;
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
        setState({ type: 'published', version, as: published.version });
      } catch (error) {
        setState(notSaved(error));
      }
    },
    [api, id],
  );
  return { state, publish };
}
