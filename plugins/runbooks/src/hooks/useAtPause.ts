import { useCallback, useEffect, useRef } from 'react';
import { useOnLeave } from './useOnLeave';

/** A pause in typing. */
const PAUSE_MS = 500;

/** Does something once a value has not changed for a moment, or the page is left or hidden. */
export function useAtPause(value: unknown, task: () => void): void {
  const latest = useRef(task);
  latest.current = task;
  const isDue = useRef(false);
  const flush = useCallback(() => {
    if (isDue.current) {
      isDue.current = false;
      latest.current();
    }
  }, []);

  useEffect(() => {
    isDue.current = true;
    const timer = setTimeout(flush, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value, flush]);

  useOnLeave(flush);
}
