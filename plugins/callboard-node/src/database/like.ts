/** A pattern of LIKE for what contains the text; `\` is the escape character. @public */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
