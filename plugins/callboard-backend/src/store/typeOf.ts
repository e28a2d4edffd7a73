/** The first part of a source's id: `jenkins` of `jenkins/main`. */
export function typeOf(source: string): string {
  return source.split('/', 1)[0];
}
