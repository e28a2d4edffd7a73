import { useCallback, useMemo } from 'react';
import useObservable from 'react-use/esm/useObservable';
import { storageApiRef, useApi } from '@backstage/core-plugin-api';
import { SavedView } from '../board/namedViews';

const BUCKET = 'callboard';
const KEY = 'views';

/** The views that this viewer saved, where the portal keeps the settings of its users. */
export function useSavedViews(): {
  readonly views: readonly SavedView[];
  save(view: SavedView): void;
  remove(name: string): void;
} {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket(BUCKET), [storage]);
  const stored = useObservable(
    useMemo(() => bucket.observe$<SavedView[]>(KEY), [bucket]),
    bucket.snapshot<SavedView[]>(KEY),
  );
  const views = useMemo(() => stored.value ?? [], [stored]);
  const write = useCallback(
    (change: (before: readonly SavedView[]) => SavedView[]) => {
      void bucket.set(
        KEY,
        change(bucket.snapshot<SavedView[]>(KEY).value ?? []),
      );
    },
    [bucket],
  );
  const save = useCallback(
    (view: SavedView) =>
      write(before => [
        ...before.filter(({ name }) => name !== view.name),
        view,
      ]),
    [write],
  );
  const remove = useCallback(
    (name: string) =>
      write(before => before.filter(view => view.name !== name)),
    [write],
  );
  return { views, save, remove };
}
