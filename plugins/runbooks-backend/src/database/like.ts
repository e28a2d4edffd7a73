/** A pattern of LIKE for what contains the text; `\` is the escape character. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
