import { useCallback, useState } from 'react';

/** The first items of a long list, and a way to more of them. */
export interface Shown<T> {
  readonly items: readonly T[];
  /** How many more the next step would show; 0 where all are. */
  readonly next: number;
  showMore(): void;
}

/** Shows a long list step by step, so that a page of 500 rows is not laid out at once. */
export function useShown<T>(
  items: readonly T[],
  options: { readonly firstCount: number; readonly stepCount: number },
): Shown<T> {
  const { firstCount, stepCount } = options;
  const [steps, setSteps] = useState(0);
  const count = firstCount + steps * stepCount;
  const showMore = useCallback(() => setSteps(before => before + 1), []);
  return {
    items: items.slice(0, count),
    next: Math.min(stepCount, Math.max(0, items.length - count)),
    showMore,
  };
}
