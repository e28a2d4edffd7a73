import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { anchorId, anchorIn } from '../reader/anchorId';

/**
 * Goes to what the address names, `#step-3` or a heading: the browser looked for it before it was
 * there. Whoever reads with a keyboard or hears the page goes on from there.
 */
export function useHashTarget(isThere: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    const name = anchorIn(hash);
    if (!isThere || !name) {
      return;
    }
    const target =
      document.getElementById(name) ?? document.getElementById(anchorId(name));
    if (target) {
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
      target.scrollIntoView();
    }
  }, [hash, isThere]);
}
