import { useEffect } from 'react';

/** Does something whenever the page is hidden or left; `task` stays the same function. */
export function useOnLeave(task: () => void): void {
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') {
        task();
      }
    };
    window.addEventListener('pagehide', task);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('pagehide', task);
      document.removeEventListener('visibilitychange', hidden);
      task();
    };
  }, [task]);
}
