const MAX_LENGTH_COUNT = 120;

/**
 * A value from outside as a sentence can quote it: one line, without characters that change how
 * the rest of the line reads, and short.
 * @public
 */
export function plainText(text: string, maxLength = MAX_LENGTH_COUNT): string {
  // Nearly everything is plain already, and there is a lot of it.
  if (text.length <= maxLength && /^[\x20-\x7e]*$/.test(text)) {
    return text.trim();
  }
  const plain = text
    // Twice as many code units hold every character that can be shown.
    .slice(0, 2 * maxLength)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  const characters = Array.from(plain);
  return characters.length > maxLength || text.length > 2 * maxLength
    ? `${characters.slice(0, maxLength - 1).join('')}…`
    : plain;
}
