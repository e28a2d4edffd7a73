import { useMemo, useSyncExternalStore } from 'react';

/** The width that the wall is drawn for; a wider screen shows it larger, not emptier. */
const DRAWN_WIDTH_PX = 1920;

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** How much larger than drawn a wall is, and the height of the screen in drawn pixels. */
export function useWallScale(): {
  readonly scale: number;
  readonly heightPx: number;
} {
  const widthPx = useSyncExternalStore(subscribe, () => window.innerWidth);
  const screenPx = useSyncExternalStore(subscribe, () => window.innerHeight);
  return useMemo(() => {
    const scale = Math.max(1, widthPx / DRAWN_WIDTH_PX);
    return { scale, heightPx: Math.floor(screenPx / scale) };
  }, [widthPx, screenPx]);
}
