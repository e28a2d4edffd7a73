import { useEffect, useMemo, useState } from 'react';
import {
  parseRunbook,
  parseRunbookInTurns,
  type ParsedRunbook,
} from '@callboard/plugin-runbooks-common';

/** Longer texts take so long to understand that the page would stand still. */
const AT_ONCE_MAX_COUNT = 64 * 1024;

/** A runbook's text, understood; a long one comes later, and the page can be used meanwhile. */
export function useParsedRunbook(
  content: string | undefined,
): ParsedRunbook | undefined {
  const isLong = content !== undefined && content.length > AT_ONCE_MAX_COUNT;
  const short = useMemo(
    () => (content === undefined || isLong ? undefined : parseRunbook(content)),
    [content, isLong],
  );
  const [long, setLong] = useState<{
    readonly content: string;
    readonly text: ParsedRunbook;
  }>();
  useEffect(() => {
    if (content === undefined || !isLong) {
      return undefined;
    }
    let isWanted = true;
    const pause = () =>
      new Promise<void>((resolve, reject) => {
        setTimeout(() => (isWanted ? resolve() : reject()));
      });
    parseRunbookInTurns(content, pause).then(
      text => setLong({ content, text }),
      // Nobody waits for it any more.
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [content, isLong]);
  return short ?? (long?.content === content ? long?.text : undefined);
}
