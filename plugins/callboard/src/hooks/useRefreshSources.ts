import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { usePermission } from '@backstage/plugin-permission-react';
import { callboardSourceRefreshPermission } from '@callboard/plugin-callboard-common';
import { failureOf } from '@callboard/plugin-callboard-react';
import { callboardApiRef } from '../api/callboardApiRef';

/** How asking sources again went. */
export type RefreshState =
  | { readonly type: 'idle' }
  | { readonly type: 'asking'; readonly sources: readonly string[] }
  | { readonly type: 'asked'; readonly sources: readonly string[] }
  | {
      readonly type: 'failed';
      readonly sources: readonly string[];
      readonly reason: string;
    };

/** Asks sources again now, for those who may. What is new arrives by itself. */
export function useRefreshSources(): {
  readonly allowed: boolean;
  readonly state: RefreshState;
  readonly ask: (sources: readonly string[]) => Promise<void>;
} {
  const api = useApi(callboardApiRef);
  const { allowed } = usePermission({
    permission: callboardSourceRefreshPermission,
  });
  const [state, setState] = useState<RefreshState>({ type: 'idle' });
  const ask = useCallback(
    async (sources: readonly string[]) => {
      setState({ type: 'asking', sources });
      try {
        await Promise.all(sources.map(source => api.refreshSource(source)));
        setState({ type: 'asked', sources });
      } catch (error) {
        setState({
          type: 'failed',
          sources,
          reason: failureOf(toError(error)).message,
        });
      }
    },
    [api],
  );
  return { allowed, state, ask };
}
