import { useCallback, useEffect, useMemo, useState } from 'react';
import { HeldRows, holdOrder } from '../board/heldOrder';

/** Rows that keep their places while they are held, and the way to let go. */
export function useHeldOrder<T>(options: {
  readonly rows: readonly T[];
  /** Identity of the view; another view starts in its own order. */
  readonly viewKey: string;
  /** Somebody points at the rows. */
  readonly held: boolean;
  /** Must stay the same function. */
  keyOf(row: T): string;
}): HeldRows<T> & { apply(): void } {
  const { rows, viewKey, held, keyOf } = options;
  const [base, setBase] = useState({ viewKey, rows });
  const holds = held && base.viewKey === viewKey;

  const result = useMemo<HeldRows<T>>(
    () =>
      holds
        ? holdOrder({ shown: base.rows, fresh: rows, keyOf })
        : { rows, moved: 0 },
    [rows, base, holds, keyOf],
  );

  useEffect(() => {
    // While held it only grows, by rows that were loaded further down.
    if (!holds || result.rows.length > base.rows.length) {
      setBase(before =>
        before.viewKey === viewKey && before.rows === result.rows
          ? before
          : { viewKey, rows: result.rows },
      );
    }
  }, [holds, base, result, viewKey]);

  const apply = useCallback(() => setBase({ viewKey, rows }), [viewKey, rows]);

  return { ...result, apply };
}
