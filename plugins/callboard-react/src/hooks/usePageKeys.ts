import { useEffect, useRef } from 'react';

/**
 * What a key asks for, by the key.
 * @public
 */
export type PageKeys = Readonly<Record<string, () => boolean | void>>;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches(
        'input:not([type="checkbox"]):not([type="radio"]), textarea, select',
      ))
  );
}

function isInOverlay(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null
  );
}

/**
 * Keys that work anywhere on a page: never while someone types, in a dialog or menu, or where
 * something nearer took the key. A handler that returns false leaves the key to the browser.
 * @public
 */
export function usePageKeys(keys: PageKeys): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const handler = current.current[event.key];
      if (
        !handler ||
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target) ||
        isInOverlay(event.target)
      ) {
        return;
      }
      if (handler() !== false) {
        event.preventDefault();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
