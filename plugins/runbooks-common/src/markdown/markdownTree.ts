import type { Content, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** Markdown as a tree, with the extensions of GitHub. */
export function markdownTree(markdown: string): Root {
  return processor.parse(markdown);
}

/** The text of a node as a reader sees it. */
export function plainTextOf(node: Content | Root): string {
  return toString(node, { includeHtml: false }).replace(/\s+/g, ' ').trim();
}

/** Where a node begins and ends. Nodes of a parsed text always know it. */
export function spanOf(node: Content): {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly endLine: number;
} {
  const { start, end } = node.position ?? {
    start: { offset: 0, line: 1 },
    end: { offset: 0, line: 1 },
  };
  return {
    from: start.offset ?? 0,
    to: end.offset ?? 0,
    line: start.line,
    endLine: end.line,
  };
}
