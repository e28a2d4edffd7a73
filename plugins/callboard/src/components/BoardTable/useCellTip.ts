import {
  FocusEvent,
  MouseEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { TipTarget } from './CellTip';

const OPEN_MS = 150;
/** Time to move from the cell onto the tip. */
const CLOSE_MS = 150;

function cellOf(target: EventTarget): HTMLElement | undefined {
  return target instanceof Element
    ? target.closest<HTMLElement>('[data-aspect]') ?? undefined
    : undefined;
}

/**
 * One tip for all cells: opens a moment after the pointer or the focus comes to a cell, stays
 * while it is pointed at, and goes when the cell does.
 */
export function useCellTip(options: {
  targetOf(cell: HTMLElement): TipTarget | undefined;
}): {
  readonly tip: TipTarget | undefined;
  readonly handlers: {
    onMouseOver(event: MouseEvent): void;
    onMouseLeave(): void;
    onFocus(event: FocusEvent): void;
    onBlur(): void;
  };
  hold(): void;
  release(): void;
  close(): void;
} {
  const targetOf = useRef(options.targetOf);
  targetOf.current = options.targetOf;
  const [tip, setTip] = useState<TipTarget>();
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const soon = useCallback((next: TipTarget | undefined, delayMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setTip(next), delayMs);
  }, []);
  const show = useCallback(
    (cell: HTMLElement | undefined) => {
      const target = cell && targetOf.current(cell);
      soon(target, target ? OPEN_MS : CLOSE_MS);
    },
    [soon],
  );
  const close = useCallback(() => {
    clearTimeout(timer.current);
    setTip(undefined);
  }, []);

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (tip && !tip.anchor.isConnected) {
      close();
    }
  });
  useEffect(() => {
    if (!tip) {
      return undefined;
    }
    // The cell moves away from under its tip.
    window.addEventListener('scroll', close, { capture: true, passive: true });
    return () => window.removeEventListener('scroll', close, { capture: true });
  }, [tip, close]);

  const hold = useCallback(() => clearTimeout(timer.current), []);
  const release = useCallback(() => soon(undefined, CLOSE_MS), [soon]);
  return {
    tip,
    handlers: {
      onMouseOver: event => show(cellOf(event.target)),
      onMouseLeave: release,
      onFocus: event => show(cellOf(event.target)),
      onBlur: release,
    },
    hold,
    release,
    close,
  };
}
