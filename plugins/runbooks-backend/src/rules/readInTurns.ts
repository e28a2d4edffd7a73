import {
  parseRunbookInTurns,
  type ParsedRunbook,
} from '@callboard/plugin-runbooks-common';
import { setImmediate } from 'node:timers/promises';

/** Understands a text that somebody waits for. It may take seconds, in which others have their turns. */
export function readInTurns(content: string): Promise<ParsedRunbook> {
  return parseRunbookInTurns(content, () => setImmediate());
}
