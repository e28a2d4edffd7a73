/** Bytes as people read them. */
export function inWords(bytes: number): string {
  return `${bytes.toLocaleString('en-US')} bytes`;
}
