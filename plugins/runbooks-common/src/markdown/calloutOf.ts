import type { Blockquote, Content } from 'mdast';
import { visit } from 'unist-util-visit';
import type { CommandRisk } from './ParsedRunbook';

/** Kinds of callouts, as they are written: `> [!WARNING]`. @public */
export const CALLOUT_KINDS = [
  'note',
  'tip',
  'important',
  'warning',
  'caution',
  'danger',
] as const;

/** Kind of a callout. @public */
export type CalloutKind = (typeof CALLOUT_KINDS)[number];

const MARK = /^\s*\[!(note|tip|important|warning|caution|danger)\]/i;

/**
 * Kind of the callout that a quote is, by its text. It may go on in the line of the mark.
 * @public
 */
export function calloutKindOf(text: string): CalloutKind | undefined {
  const kind = MARK.exec(text)?.[1].toLowerCase();
  return CALLOUT_KINDS.find(one => one === kind);
}

/** What a quote warns of, if it is a callout that does: the text that it begins with says so. */
export function warningOf(quote: Blockquote): CommandRisk | undefined {
  const [first] = quote.children;
  const [mark] = first?.type === 'paragraph' ? first.children : [];
  switch (mark?.type === 'text' ? calloutKindOf(mark.value) : undefined) {
    case 'warning':
      return 'warning';
    case 'caution':
    case 'danger':
      return 'danger';
    default:
      return undefined;
  }
}

/** Whether a part of a callout has words of its own: a mark alone warns of nothing. */
export function saysSomething(node: Content): boolean {
  let prose = '';
  visit(node, 'text', ({ value }) => {
    prose += value;
  });
  return /[\p{L}\p{N}]/u.test(prose.replace(MARK, ''));
}
