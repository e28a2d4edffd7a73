const HEAD_COUNT = 64 * 1024;

/** Where a text says what it is. */
export function headOf(content: string): string {
  return content.slice(0, HEAD_COUNT);
}
