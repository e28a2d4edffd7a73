import type { Content, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { chunksOf } from './chunksOf';
import { definitionsFor, definitionsIn } from './definitions';
import { isTangled } from './isTangled';
import type { SourceText } from './SourceText';

/** Blocks and items behind that many are shown as they stand. */
const BLOCKS_MAX_COUNT = 10_000;

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * Markdown as a tree, with the extensions of GitHub. It takes about as long as the text is, and
 * pauses between its pieces.
 */
export function* markdownTree(source: SourceText): Generator<void, Root> {
  const { text } = source;
  const chunks = chunksOf(text);
  const definitions = chunks.length > 1 ? definitionsIn(text) : new Map();
  const children: Content[] = [];
  let blocks = 0;
  for (const { from, to } of chunks) {
    const chunk = text.slice(from, to);
    const place = { offset: from, line: source.lineAt(from) - 1 };
    const nodes =
      blocks < BLOCKS_MAX_COUNT
        ? nodesOf(chunk, definitionsFor(chunk, definitions))
        : plainNodes(chunk);
    for (const node of nodes) {
      move(node, place);
      children.push(node);
      blocks += node.type === 'list' ? node.children.length : 1;
    }
    yield;
  }
  return { type: 'root', children };
}

function nodesOf(chunk: string, definitions: string): readonly Content[] {
  if (isTangled(chunk)) {
    return plainNodes(chunk);
  }
  try {
    const { children } = processor.parse(
      definitions ? `${chunk}\n\n${definitions}` : chunk,
    );
    return children.filter(node => spanOf(node).from < chunk.length);
  } catch (error) {
    // nested deeper than the stack
    if (error instanceof RangeError) return plainNodes(chunk);
    throw error;
  }
}

/** A text as it stands, but for the heading that it may begin with. */
function plainNodes(chunk: string): readonly Content[] {
  const stop = chunk.indexOf('\n');
  const end = stop === -1 ? chunk.length : stop;
  const heading = /^#{1,6}\s/.test(chunk) && end < 1000;
  const from = heading ? end + 1 : 0;
  const rest = chunk.slice(from);
  return [
    ...(heading ? processor.parse(chunk.slice(0, end)).children : []),
    {
      type: 'paragraph',
      data: { plain: true },
      children: [{ type: 'text', value: rest.slice(0, 1000) }],
      position: {
        start: { line: heading ? 2 : 1, column: 1, offset: from },
        end: {
          line: chunk.split('\n').length,
          column: 1,
          offset: chunk.length,
        },
      },
    },
  ];
}

/** Whether it stands for a piece of text that was not taken for Markdown. */
export function isPlain(node: Content): boolean {
  return node.data?.plain === true;
}

function move(
  node: Content,
  place: { readonly offset: number; readonly line: number },
): void {
  for (const point of [node.position?.start, node.position?.end]) {
    if (point) {
      point.line += place.line;
      point.offset = (point.offset ?? 0) + place.offset;
    }
  }
  if ('children' in node) {
    for (const child of node.children) move(child, place);
  }
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
