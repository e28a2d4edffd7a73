import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readView, writeView, type ListView } from '../list/listView';

/** The view that the address asks for, and how to ask for another. */
export function useListView(): {
  readonly view: ListView;
  change(part: Partial<ListView>): void;
} {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readView(params), [params]);
  const change = useCallback(
    (part: Partial<ListView>) =>
      setParams(
        current => writeView({ ...readView(current), ...part }),
        // Typing would leave a trail of half words behind the Back button.
        { replace: 'q' in part },
      ),
    [setParams],
  );
  return { view, change };
}
