import {
  parseRunbook,
  type ParsedRunbook,
} from '@callboard/plugin-runbooks-common';

/** Longer texts keep everybody waiting while they are understood. */
export const READ_MAX_BYTES = 256 * 1024;

/** The time that Markdown takes grows with the square of the length of its words. */
const WORD_MAX_COUNT = 2_000;
const LONG_WORD = new RegExp(`\\S{${WORD_MAX_COUNT}}`);

/**
 * Understands a text as long as that takes no time to speak of: everybody is served by one thread.
 * Undefined for what is too long, or holds a word that no person writes.
 */
export function readText(content: string): ParsedRunbook | undefined {
  const isShort = Buffer.byteLength(content, 'utf8') <= READ_MAX_BYTES;
  return isShort && !LONG_WORD.test(content)
    ? parseRunbook(content)
    : undefined;
}
