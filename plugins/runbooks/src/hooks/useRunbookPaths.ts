import { useMemo } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { toNewRunbookQuery, type NewRunbookQuery } from '../editor/newRunbook';
import { rootRouteRef } from '../routes';

/** Where the pages of runbooks are. */
export interface RunbookPaths {
  list(): string;
  coverage(): string;
  create(query: NewRunbookQuery): string;
  runbook(id: string): string;
  edit(id: string): string;
  history(id: string): string;
  comparison(id: string, versions: { from: number; to: number }): string;
  run(id: string): string;
}

/** Where the pages of runbooks are. */
export function useRunbookPaths(): RunbookPaths {
  const root = useRouteRef(rootRouteRef)();
  return useMemo(() => {
    const runbook = (id: string) => `${root}/${encodeURIComponent(id)}`;
    return {
      list: () => root,
      coverage: () => `${root}/coverage`,
      create: query => `${root}/new?${toNewRunbookQuery(query)}`,
      runbook,
      edit: id => `${runbook(id)}/edit`,
      history: id => `${runbook(id)}/history`,
      comparison: (id, { from, to }) =>
        `${runbook(id)}/history?from=${from}&to=${to}`,
      run: id => `${root}/runs/${encodeURIComponent(id)}`,
    };
  }, [root]);
}
