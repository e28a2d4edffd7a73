/** What a terminal acts on, and what cannot be seen or shows something else than it is; line ends and tabs aside. */
const HIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu;

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
