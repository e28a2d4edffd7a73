import { useEffect, useRef, useState } from 'react';

/** A value as it was when it last stood still; one that never does is taken now and then. */
export function useDebounced<T>(
  value: T,
  waits: { readonly pauseMs: number; readonly longestMs: number },
): T {
  const { pauseMs, longestMs } = waits;
  const [settled, setSettled] = useState(value);
  const changedAt = useRef<number>();
  useEffect(() => {
    changedAt.current ??= Date.now();
    const left = changedAt.current + longestMs - Date.now();
    const timer = setTimeout(() => {
      changedAt.current = undefined;
      setSettled(value);
    }, Math.max(0, Math.min(pauseMs, left)));
    return () => clearTimeout(timer);
  }, [value, pauseMs, longestMs]);
  return settled;
}
