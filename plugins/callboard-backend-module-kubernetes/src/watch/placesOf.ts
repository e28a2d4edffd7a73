import type { UnreadableKind } from '@callboard/plugin-callboard-common';

/** Where a kind cannot be read, to be put behind a sentence: ` in shop, other namespaces`. */
export function placesOf({ namespaces, elsewhere }: UnreadableKind): string {
  const places = [
    ...(namespaces ?? []),
    ...(elsewhere ? ['other namespaces'] : []),
  ];
  return places.length > 0 ? ` in ${places.join(', ')}` : '';
}
