import { RefObject, useLayoutEffect, useState } from 'react';

/** The width of an element in pixels; 0 before it is measured. */
export function useWidth(ref: RefObject<HTMLElement>): number {
  const [widthPx, setWidthPx] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) {
      return undefined;
    }
    const measure = () => setWidthPx(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return widthPx;
}
