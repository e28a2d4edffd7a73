import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { BoardView, mergeView, readView } from '../board/boardView';

/** The view that the URL asks for, and how to ask for another. */
export function useBoardView(): {
  readonly view: BoardView;
  change(part: Partial<BoardView>): void;
} {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readView(params), [params]);
  const change = useCallback(
    (part: Partial<BoardView>) =>
      setParams(
        current => mergeView(current, { ...readView(current), ...part }),
        // Typing would leave a trail of half words behind the Back button.
        { replace: 'q' in part },
      ),
    [setParams],
  );
  return { view, change };
}
