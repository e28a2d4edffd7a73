import { useCallback, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import { KeptItems } from '../run/KeptItems';
import { useAtPause } from './useAtPause';

/** Things by name that somebody has begun to write. */
export interface Unfinished<T> {
  readonly items: ReadonlyMap<string, T>;
  /** False where this device does not keep all of it. */
  readonly isKept: boolean;
  set(name: string, item: T): void;
  drop(name: string): void;
}

/** Keeps what somebody has begun to write on this device, until it is sent or thrown away. */
export function useUnfinished<T>(options: {
  /** Of their names in the storage of this device, ends with a separator. */
  readonly prefix: string;
  readonly schema: z.ZodType<T>;
  /** As it is kept; undefined where there is nothing in it yet. */
  readonly toKept: (item: T) => T | undefined;
}): Unfinished<T> {
  const { prefix, schema, toKept } = options;
  const kept = useMemo(
    () => KeptItems.create({ storage: localStorage, prefix, schema }),
    [prefix, schema],
  );
  const [items, setItems] = useState(() => kept.readAll());
  const [isKept, setKept] = useState(true);
  const dropped = useRef(new Set<string>());

  useAtPause(items, () => {
    dropped.current.forEach(name => kept.drop(name));
    dropped.current.clear();
    let isAll = true;
    items.forEach((item, name) => {
      const toKeep = toKept(item);
      if (toKeep === undefined) {
        kept.drop(name);
      } else {
        isAll = kept.keep(name, toKeep) && isAll;
      }
    });
    setKept(isAll);
  });

  const set = useCallback((name: string, item: T) => {
    dropped.current.delete(name);
    setItems(before => new Map(before).set(name, item));
  }, []);
  const drop = useCallback(
    (name: string) => {
      kept.drop(name);
      dropped.current.add(name);
      setItems(before => {
        const rest = new Map(before);
        rest.delete(name);
        return rest;
      });
    },
    [kept],
  );
  return useMemo(
    () => ({ items, isKept, set, drop }),
    [items, isKept, set, drop],
  );
}
