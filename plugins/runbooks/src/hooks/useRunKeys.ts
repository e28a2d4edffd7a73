import { useEffect } from 'react';
import useLatest from 'react-use/esm/useLatest';

/** Presses this close to each other are one that bounced. */
const BOUNCE_MS = 300;

/** What the keys of run mode do, by the key in lower case. */
export type RunKeys = Readonly<Record<string, () => void>>;

function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest(
        'form, textarea, select, [role=dialog], [role=menu], [role=listbox], input:not([type=checkbox]):not([type=radio])',
      ) !== null)
  );
}

/**
 * Keys of run mode. None acts while someone types, nor in a form or dialog; and one that is held
 * down, or bounces, acts on one step and not on all of them.
 */
export function useRunKeys(keys: RunKeys): void {
  const latest = useLatest(keys);
  useEffect(() => {
    let last = { key: '', atMs: Number.NEGATIVE_INFINITY };
    const onKey = (event: KeyboardEvent) => {
      const { target, ctrlKey, metaKey, altKey, repeat, timeStamp } = event;
      const key = event.key.toLowerCase();
      const action = latest.current[key];
      if (!action || ctrlKey || metaKey || altKey || isElsewhere(target)) {
        return;
      }
      event.preventDefault();
      const bounces = key === last.key && timeStamp - last.atMs < BOUNCE_MS;
      if (!repeat && !bounces) {
        last = { key, atMs: timeStamp };
        action();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [latest]);
}
