/** No text can give this to anything: what is left of its own ids begins otherwise. */
const PREFIX = 'heading-';

/** Id of the heading that has a name in links. */
export function anchorId(anchor: string): string {
  return `${PREFIX}${anchor}`;
}

/** The name that a link within a text leads to: `roll-back` of `#roll-back`. */
export function anchorIn(href: string): string | undefined {
  if (!href.startsWith('#')) {
    return undefined;
  }
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return undefined;
  }
}
