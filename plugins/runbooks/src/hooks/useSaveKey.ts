import { useEffect } from 'react';

/** Ctrl+S or Cmd+S anywhere on the page. */
export function useSaveKey(onSave: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isSave =
        (event.ctrlKey || event.metaKey) &&
        !event.altKey &&
        !event.shiftKey &&
        event.key.toLowerCase() === 's';
      // The text's own field has taken it already.
      if (isSave && !event.defaultPrevented) {
        event.preventDefault();
        onSave();
      }
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onSave]);
}
