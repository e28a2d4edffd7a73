/** Mean width of a character of 12 px text. */
export const CHAR_PX = 6.3;

/** The longest of some wordings, longest first, that fits a width; undefined where none does. */
export function fitLabel(
  wordings: readonly string[],
  widthPx: number,
): string | undefined {
  return wordings.find(wording => wording.length * CHAR_PX <= widthPx);
}
