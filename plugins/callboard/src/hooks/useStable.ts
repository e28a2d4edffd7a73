import { useRef } from 'react';

/** The same list as before while its values are the same, so that nothing below renders anew. */
export function useStable<T>(values: readonly T[]): readonly T[] {
  const kept = useRef(values);
  const same =
    kept.current.length === values.length &&
    kept.current.every((value, index) => value === values[index]);
  if (!same) {
    kept.current = values;
  }
  return kept.current;
}
