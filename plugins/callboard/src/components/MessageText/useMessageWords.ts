import { useCallback } from 'react';
import { useNow, useTimeWords } from '@callboard/plugin-callboard-react';
import { splitInstants } from '../../time/splitInstants';

const MINUTE_MS = 60_000;

/** The same as MessageText where only a string will do: titles and labels. */
export function useMessageWords(): (sentence: string) => string {
  const words = useTimeWords();
  const now = useNow(MINUTE_MS);
  return useCallback(
    sentence =>
      splitInstants(sentence)
        .map(part =>
          part.type === 'text' ? part.text : words.short(part.atMs, now),
        )
        .join(''),
    [words, now],
  );
}
