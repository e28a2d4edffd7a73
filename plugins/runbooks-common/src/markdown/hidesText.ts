/** A comment as HTML itself reads it, up to where it ends. */
const COMMENT = /^\s*<!--(?!-?>)(?:(?!--!?>)[\s\S])*-->\s*$/;

/** Tags that change how words look, not whether they are seen. */
const LOOKS =
  /^\s*(?:<\/?(?:b|br|code|em|hr|i|kbd|mark|small|strong|sub|sup|u|wbr)\s*\/?>\s*)+$/i;

/**
 * Whether HTML in a text may fold away, move or drop what stands behind it, so that nobody can tell
 * from the Markdown what its readers see.
 */
export function hidesText(html: string): boolean {
  return !COMMENT.test(html) && !LOOKS.test(html);
}
