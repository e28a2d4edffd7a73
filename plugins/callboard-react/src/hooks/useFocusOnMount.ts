import { RefObject, useEffect, useRef, useState } from 'react';

/**
 * Brings the focus to what a dialog or a menu is about, as soon as it is there.
 * @public
 */
export function useFocusOnMount<T extends HTMLElement>(): RefObject<T> {
  const ref = useRef<T>(null);
  // Material UI's buttons fail if a keyboard's focus reaches them in the very pass that mounts them.
  const [isMounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  useEffect(() => {
    if (isMounted) {
      ref.current?.focus();
    }
  }, [isMounted]);
  return ref;
}
