import { useEffect, useState } from 'react';
import { unsentChanges, type UnsentChanges } from '../run/unsentChanges';
import { useUserRef } from './useUserRef';

/** What was on its way when a run was left is saved meanwhile, or kept anew in another window. */
const LOOK_MS = 2_000;

/** In which runs the person made changes that this device still keeps, as it is now. */
export function useUnsentChanges(): readonly UnsentChanges[] {
  const me = useUserRef();
  const [unsent, setUnsent] = useState<readonly UnsentChanges[]>([]);
  useEffect(() => {
    if (me === undefined) {
      return undefined;
    }
    const look = () => {
      const now = unsentChanges(localStorage, me);
      setUnsent(before => (isSame(before, now) ? before : now));
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [me]);
  return unsent;
}

function isSame(
  one: readonly UnsentChanges[],
  other: readonly UnsentChanges[],
): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
