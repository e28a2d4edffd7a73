/** The file at the end of a web address; undefined where it names none. */
export function fileName(url: string): string | undefined {
  if (!URL.canParse(url)) {
    return undefined;
  }
  const last = new URL(url).pathname.split('/').pop() ?? '';
  return /^[\w.-]+\.ya?ml$/i.test(last) ? last : undefined;
}
