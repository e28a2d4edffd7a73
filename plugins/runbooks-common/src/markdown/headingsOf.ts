import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { plainTextOf, spanOf } from './markdownTree';
import type { RunbookHeading } from './ParsedRunbook';

/** Headings of a text, named as on GitHub; later ones of the same text are numbered. */
export function headingsOf(root: Root): readonly RunbookHeading[] {
  const counts = new Map<string, number>();
  const headings: RunbookHeading[] = [];
  visit(root, 'heading', node => {
    const name = anchorOf(plainTextOf(node));
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    headings.push({
      anchor: count === 0 ? name : `${name}-${count}`,
      line: spanOf(node).line,
    });
  });
  return headings;
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
