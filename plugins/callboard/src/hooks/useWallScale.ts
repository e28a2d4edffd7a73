import { useSyncExternalStore } from 'react';

/** The width that the wall is drawn for; a wider screen shows it larger, not emptier. */
const DRAWN_WIDTH_PX = 1920;

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** How much larger than drawn a wall has to be. */
export function useWallScale(): number {
  return useSyncExternalStore(subscribe, () =>
    Math.max(1, window.innerWidth / DRAWN_WIDTH_PX),
  );
}
