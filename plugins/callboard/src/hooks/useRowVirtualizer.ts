import { useCallback } from 'react';
import {
  defaultRangeExtractor,
  Range,
  useVirtualizer,
  useWindowVirtualizer,
  Virtualizer,
} from '@tanstack/react-virtual';
import { Scroller } from './useScroller';

const OVERSCAN_COUNT = 8;

/** Renders only the rows on screen, whether the window scrolls or an element. */
export function useRowVirtualizer(options: {
  readonly count: number;
  readonly scroller: Scroller | undefined;
  readonly marginPx: number;
  /** Height of what sticks above the rows. */
  readonly paddingPx: number;
  /** This row stays, wherever it is: the focus is in it. */
  readonly pinned: number | undefined;
  keyOf(index: number): string;
  estimate(index: number): number;
}): Virtualizer<Window, HTMLElement> | Virtualizer<HTMLElement, HTMLElement> {
  const { count, scroller, marginPx, paddingPx, pinned, keyOf, estimate } =
    options;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      return pinned === undefined || indexes.includes(pinned)
        ? indexes
        : [...indexes, pinned].sort((a, b) => a - b);
    },
    [pinned],
  );
  const common = {
    count,
    estimateSize: estimate,
    getItemKey: keyOf,
    overscan: OVERSCAN_COUNT,
    scrollMargin: marginPx,
    scrollPaddingStart: paddingPx,
    rangeExtractor,
    useFlushSync: false,
    measureElement: heightOf,
  };
  const element = scroller instanceof HTMLElement ? scroller : undefined;
  const ofElement = useVirtualizer<HTMLElement, HTMLElement>({
    ...common,
    enabled: element !== undefined,
    getScrollElement: () => element ?? null,
  });
  const ofWindow = useWindowVirtualizer<HTMLElement>({
    ...common,
    enabled: scroller instanceof Window,
  });
  return element ? ofElement : ofWindow;
}

/**
 * What the observer tells; until it does, in the same frame, what is known or estimated. Asking a
 * row that has just come makes the browser lay the page out at once, for each row anew.
 */
function heightOf<S extends Element | Window>(
  element: HTMLElement,
  entry: ResizeObserverEntry | undefined,
  { measurementsCache, indexFromElement, options }: Virtualizer<S, HTMLElement>,
): number {
  const [box] = entry?.borderBoxSize ?? [];
  if (box) {
    return Math.round(box.blockSize);
  }
  const index = indexFromElement(element);
  return measurementsCache[index]?.size ?? options.estimateSize(index);
}
