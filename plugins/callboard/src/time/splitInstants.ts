const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z/g;

/** A piece of a sentence: words, or an instant in milliseconds since 1970. */
export type SentencePart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'instant'; readonly atMs: number; readonly text: string };

/** Finds the ISO 8601 UTC instants in a sentence. */
export function splitInstants(sentence: string): readonly SentencePart[] {
  const parts: SentencePart[] = [];
  let end = 0;
  for (const match of sentence.matchAll(INSTANT)) {
    const atMs = Date.parse(match[0]);
    if (Number.isNaN(atMs)) {
      continue;
    }
    if (match.index > end) {
      parts.push({ type: 'text', text: sentence.slice(end, match.index) });
    }
    parts.push({ type: 'instant', atMs, text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < sentence.length) {
    parts.push({ type: 'text', text: sentence.slice(end) });
  }
  return parts;
}
