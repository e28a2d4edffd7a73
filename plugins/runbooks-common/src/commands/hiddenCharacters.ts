/** What a terminal acts on, and what cannot be seen or shows something else than it is; line ends and tabs aside. */
const HIDDEN =
  /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]/gu;

/** Whether a text holds characters that nobody sees before it is pasted. */
export function hidesCharacters(text: string): boolean {
  return text.search(HIDDEN) !== -1;
}

/** A text with such characters as their code points: `‹U+202E›`. @public */
export function showHiddenCharacters(text: string): string {
  return text.replace(HIDDEN, char => {
    const code = char.codePointAt(0) ?? 0;
    return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}
