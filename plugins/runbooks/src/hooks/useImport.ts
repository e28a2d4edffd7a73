import { useCallback, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { failureOf } from '@callboard/plugin-callboard-react';
import type { ImportedFile } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { useTexts } from './useTexts';

/** How an import goes. */
export type ImportState =
  | { readonly type: 'idle' }
  | {
      readonly type: 'importing' | 'done';
      readonly doneCount: number;
      readonly totalCount: number;
      readonly items: readonly ImportedFile[];
    };

/** How the server tells Markdown from a zip. */
function nameForServer(name: string): string {
  return name.replace(/\.(markdown|mdown|md)$/i, '.md');
}

/** Imports files one after the other; one that fails does not keep the others from it. */
export function useImport(): {
  readonly state: ImportState;
  start(files: readonly File[], entityRef: string): Promise<void>;
  reset(): void;
} {
  const api = useApi(runbooksApiRef);
  const t = useTexts();
  const [state, setState] = useState<ImportState>({ type: 'idle' });
  const runs = useRef(0);

  const importOne = useCallback(
    async (file: File, entityRef: string): Promise<readonly ImportedFile[]> => {
      const isZip = /\.zip$/i.test(file.name);
      try {
        const { items } = await api.importRunbooks(file, {
          entityRef: entityRef || undefined,
          fileName: isZip ? undefined : nameForServer(file.name),
        });
        return items;
      } catch (error) {
        const { kind, message } = failureOf(
          error instanceof Error ? error : new Error(String(error)),
        );
        const said =
          kind === 'forbidden'
            ? t('importing.forbidden', {
                permission: 'runbooks.create',
                reason: message,
              })
            : message;
        return [{ path: file.name, result: 'failed', message: said }];
      }
    },
    [api, t],
  );

  const start = useCallback(
    async (files: readonly File[], entityRef: string) => {
      const run = ++runs.current;
      const items: ImportedFile[] = [];
      const tell = (type: 'importing' | 'done', doneCount: number) => {
        if (run === runs.current) {
          const totalCount = files.length;
          setState({ type, doneCount, totalCount, items: [...items] });
        }
      };
      tell('importing', 0);
      for (const [i, file] of files.entries()) {
        items.push(...(await importOne(file, entityRef)));
        tell('importing', i + 1);
      }
      tell('done', files.length);
    },
    [importOne],
  );

  const reset = useCallback(() => {
    runs.current++;
    setState({ type: 'idle' });
  }, []);
  return { state, start, reset };
}
