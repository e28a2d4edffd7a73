import { RefObject, useLayoutEffect, useState } from 'react';

/** What scrolls: the window, or an element within it. */
export type Scroller = Window | HTMLElement;

function scrollerOf(element: HTMLElement): Scroller {
  for (
    let parent = element.parentElement;
    parent && parent !== document.body && parent !== document.documentElement;
    parent = parent.parentElement
  ) {
    const { overflowY } = getComputedStyle(parent);
    if (overflowY === 'auto' || overflowY === 'scroll') {
      return parent;
    }
  }
  return window;
}

function marginOf(element: HTMLElement, scroller: Scroller): number {
  const { top } = element.getBoundingClientRect();
  return scroller instanceof Window
    ? top + scroller.scrollY
    : top - scroller.getBoundingClientRect().top + scroller.scrollTop;
}

/**
 * What an element scrolls with, and how far below the start of that it begins. The new frontend
 * system scrolls the window; the older one's page is its own scroller.
 */
export function useScroller(ref: RefObject<HTMLElement>): {
  readonly scroller: Scroller | undefined;
  readonly marginPx: number;
} {
  const [place, setPlace] = useState<{
    readonly scroller: Scroller | undefined;
    readonly marginPx: number;
  }>({ scroller: undefined, marginPx: 0 });

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) {
      return undefined;
    }
    const scroller = scrollerOf(element);
    const measure = () => {
      const marginPx = Math.round(marginOf(element, scroller));
      setPlace(before =>
        before.scroller === scroller && before.marginPx === marginPx
          ? before
          : { scroller, marginPx },
      );
    };
    measure();
    // Strips and filters above come and go; that shows in the height of what contains them.
    const observer = new ResizeObserver(measure);
    for (
      let parent = element.parentElement;
      parent && parent !== scroller;
      parent = parent.parentElement
    ) {
      observer.observe(parent);
    }
    return () => observer.disconnect();
  }, [ref]);

  return place;
}
