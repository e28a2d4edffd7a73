import { useEffect } from 'react';

/** What a key of the run mode does. */
export interface RunKeys {
  done(): void;
  skip(): void;
  failed(): void;
  copy(): void;
}

/** D, S, N and C act on the step to do now; no key acts while someone types. */
export function useRunKeys(keys: RunKeys | undefined): void {
  useEffect(() => {
    if (!keys) {
      return undefined;
    }
    const actions: Readonly<Record<string, () => void>> = {
      d: keys.done,
      s: keys.skip,
      n: keys.failed,
      c: keys.copy,
    };
    const onKey = (event: KeyboardEvent) => {
      const { target, ctrlKey, metaKey, altKey, key, repeat } = event;
      const isTyping =
        target instanceof HTMLElement &&
        (target.isContentEditable ||
          target.closest('input, textarea, select, [role=dialog]') !== null);
      const action = actions[key.toLowerCase()];
      // A key that is held down ticks one step, not all of them.
      if (action && !repeat && !isTyping && !ctrlKey && !metaKey && !altKey) {
        event.preventDefault();
        action();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [keys]);
}
