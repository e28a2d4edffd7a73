const DEFINITION = /^ {0,3}\[([^[\]\n]{1,200})\]:[ \t]*\S[^\n]{0,2000}$/gm;
const REFERENCE = /\[([^[\]\n]{1,200})\]/g;

/** Lines that say where a reference link leads, by its name. @public */
export function definitionsIn(text: string): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const [line, name] of text.matchAll(DEFINITION)) {
    const key = plainLabel(name);
    if (!lines.has(key)) lines.set(key, line.trim());
  }
  return lines;
}

/** Those that a piece of the text refers to. @public */
export function definitionsFor(
  piece: string,
  definitions: ReadonlyMap<string, string>,
): string {
  if (definitions.size === 0) {
    return '';
  }
  const names = new Set(
    [...piece.matchAll(REFERENCE)].map(([, name]) => plainLabel(name)),
  );
  return [...names].flatMap(name => definitions.get(name) ?? []).join('\n');
}

function plainLabel(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
