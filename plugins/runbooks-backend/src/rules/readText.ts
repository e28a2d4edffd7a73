import {
  parseRunbook,
  type ParsedRunbook,
} from '@callboard/plugin-runbooks-common';

/** Longer texts keep everybody waiting while they are understood: one thread serves all. */
const READ_MAX_BYTES = 256 * 1024;

/** Understands a text that nobody waits for; undefined for one that is too long for that. */
export function readText(content: string): ParsedRunbook | undefined {
  return Buffer.byteLength(content, 'utf8') <= READ_MAX_BYTES
    ? parseRunbook(content)
    : undefined;
}
