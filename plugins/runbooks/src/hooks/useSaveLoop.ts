import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { SaveLoop, type SaveOrder, type SaveState } from '../editor/SaveLoop';

/** Saves until it is saved; goes on at once when the network is back. */
export function useSaveLoop(onSettled: (state: SaveState) => void): {
  readonly state: SaveState;
  save(order: SaveOrder): void;
  retryNow(): void;
} {
  const api = useApi(runbooksApiRef);
  const [state, setState] = useState<SaveState>({ type: 'idle' });
  const loop = useRef<SaveLoop>();
  const settled = useRef(onSettled);
  settled.current = onSettled;

  useEffect(() => {
    const current = SaveLoop.create({
      api,
      onState(next) {
        setState(next);
        settled.current(next);
      },
    });
    loop.current = current;
    const retry = () => current.retryNow();
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
      current.stop();
    };
  }, [api]);

  const save = useCallback((order: SaveOrder) => loop.current?.save(order), []);
  const retryNow = useCallback(() => loop.current?.retryNow(), []);
  return { state, save, retryNow };
}
