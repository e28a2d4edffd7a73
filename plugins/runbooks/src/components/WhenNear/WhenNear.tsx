import { ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** About a screen and a half: it is there before anybody sees that it was not. */
const NEAR = '1200px 0px';

/**
 * Draws a part of a long page when it comes near; until then its plain text stands there, to be
 * searched. What is printed is drawn.
 */
export function WhenNear(props: {
  /** A short page is drawn at once. */
  readonly isLong: boolean;
  readonly plain: ReactNode;
  readonly children: ReactNode;
}) {
  const { isLong, plain, children } = props;
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(
    typeof IntersectionObserver === 'undefined',
  );
  const isDrawn = isNear || !isLong;
  useEffect(() => {
    if (isDrawn || !place.current) {
      return undefined;
    }
    const observer = new IntersectionObserver(
      entries => entries.some(entry => entry.isIntersecting) && setNear(true),
      { rootMargin: NEAR },
    );
    observer.observe(place.current);
    const print = () => flushSync(() => setNear(true));
    window.addEventListener('beforeprint', print);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', print);
    };
  }, [isDrawn]);
  return isDrawn ? <>{children}</> : <div ref={place}>{plain}</div>;
}
