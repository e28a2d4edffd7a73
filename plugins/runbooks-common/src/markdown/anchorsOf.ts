import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { plainTextOf } from './markdownTree';

/** Names of the headings of a text, made as on GitHub; later ones of the same text are numbered. */
export function anchorsOf(root: Root): readonly string[] {
  const counts = new Map<string, number>();
  const anchors: string[] = [];
  visit(root, 'heading', node => {
    const name = anchorOf(plainTextOf(node));
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    anchors.push(count === 0 ? name : `${name}-${count}`);
  });
  return anchors;
}

/**
 * The name of a heading in links to it.
 * @public
 */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}
