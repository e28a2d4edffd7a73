const MAX_LENGTH_COUNT = 80;

/**
 * A value from outside as a sentence can quote it: one line, without characters that change how
 * the rest of the line reads, and short.
 */
export function shorten(text: string, max = MAX_LENGTH_COUNT): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\ufffd');
  const characters = [...plain];
  return characters.length > max
    ? `${characters.slice(0, max - 1).join('')}…`
    : plain;
}
