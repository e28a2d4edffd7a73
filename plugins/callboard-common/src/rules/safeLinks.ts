import { Link, linkSchema } from '../words';

/**
 * Keeps the links that may be shown: upstream values are hostile, and only `http` and `https`
 * pass. Of two links to the same place the first stays.
 * @public
 */
export function safeLinks(
  links: Iterable<{ readonly title: string; readonly url?: string }>,
): Link[] {
  const safe = new Map<string, Link>();
  for (const link of links) {
    const parsed = linkSchema.safeParse(link);
    if (parsed.success && !safe.has(parsed.data.url)) {
      safe.set(parsed.data.url, parsed.data);
    }
  }
  return [...safe.values()];
}
