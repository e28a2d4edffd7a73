import { useEffect, useRef, useState } from 'react';
import { ServiceStatus } from '@callboard/plugin-callboard-common';
import { changedServices, rowSignature } from '../board/rowChange';

const SHOWN_MS = 8_000;
const NONE: ReadonlySet<string> = new Set();

/** Services whose status changed during the last seconds, while one was looking. */
export function useChangedServices(
  rows: readonly ServiceStatus[],
): ReadonlySet<string> {
  const known = useRef(
    new Map<string, { row: ServiceStatus; signature: string }>(),
  );
  const [changed, setChanged] = useState(NONE);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());

  useEffect(() => {
    // Most rows are the very same objects as before; reading each would be felt while scrolling.
    const fresh = rows.filter(
      row => known.current.get(row.entityRef)?.row !== row,
    );
    const before = new Map(
      fresh.flatMap(row => {
        const entry = known.current.get(row.entityRef);
        return entry ? [[row.entityRef, entry.signature] as const] : [];
      }),
    );
    const now = changedServices(before, fresh);
    fresh.forEach(row =>
      known.current.set(row.entityRef, { row, signature: rowSignature(row) }),
    );
    if (now.length === 0) {
      return;
    }
    setChanged(others => new Set([...others, ...now]));
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setChanged(others => {
        const rest = new Set(others);
        now.forEach(entityRef => rest.delete(entityRef));
        return rest.size > 0 ? rest : NONE;
      });
    }, SHOWN_MS);
    timers.current.add(timer);
  }, [rows]);

  useEffect(() => {
    const pending = timers.current;
    return () => pending.forEach(clearTimeout);
  }, []);

  return changed;
}
