import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { LiveLoop } from '@callboard/plugin-callboard-react';
import type { FindingSnapshot } from '@callboard/plugin-runbooks-common';
import { runbookFindingsApiRef } from '../api/runbookFindingsApiRef';

const POLL_MS = 20_000;

/** What is wrong with an entity now, kept fresh; undefined while and where nobody can tell. */
export function useFindingsNow(
  entityRef: string,
  options: { readonly isFollowed: boolean },
): readonly FindingSnapshot[] | undefined {
  const { isFollowed } = options;
  const api = useApiHolder().get(runbookFindingsApiRef);
  const loop = useMemo(
    () =>
      LiveLoop.create<readonly FindingSnapshot[] | undefined>({
        load: async ({ signal }) => api?.getFindings(entityRef, { signal }),
        pollMs: POLL_MS,
        now: Date.now,
        random: Math.random,
      }),
    [api, entityRef],
  );
  useEffect(() => {
    if (!api || !isFollowed) {
      return undefined;
    }
    loop.start();
    return () => loop.pause();
  }, [api, isFollowed, loop]);
  const { data, error } = useSyncExternalStore(
    loop.subscribe,
    loop.getSnapshot,
  );
  // What was wrong before the board went silent is not what is wrong now.
  return error ? undefined : data;
}
