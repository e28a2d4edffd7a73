import { RefObject, useEffect, useRef } from 'react';

/**
 * Brings the focus to what a dialog or a menu is about, as soon as it is there.
 * @public
 */
export function useFocusOnMount<T extends HTMLElement>(): RefObject<T> {
  const ref = useRef<T>(null);
  useEffect(() => ref.current?.focus(), []);
  return ref;
}
