import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { plainTextOf, spanOf } from './markdownTree';
import type { RunbookLink } from './ParsedRunbook';

const HTML_LINK = /\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** Every link and image of a text, in its order. */
export function linksOf(root: Root): readonly RunbookLink[] {
  const urls = new Map<string, string>();
  visit(root, 'definition', node => {
    if (!urls.has(node.identifier)) urls.set(node.identifier, node.url);
  });
  const links: RunbookLink[] = [];
  visit(root, node => {
    if (node.type === 'root') return;
    const { line } = spanOf(node);
    if (node.type === 'link') {
      links.push({ url: node.url, text: plainTextOf(node), line });
    } else if (node.type === 'image') {
      links.push({ url: node.url, text: node.alt ?? '', line });
    } else if (
      node.type === 'linkReference' ||
      node.type === 'imageReference'
    ) {
      const url = urls.get(node.identifier);
      if (url !== undefined) {
        links.push({ url, text: plainTextOf(node), line });
      }
    } else if (node.type === 'html') {
      for (const [, double, single, bare] of node.value.matchAll(HTML_LINK)) {
        links.push({ url: double ?? single ?? bare, text: '', line });
      }
    }
  });
  return links;
}
