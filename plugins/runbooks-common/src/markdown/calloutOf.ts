import type { Content } from 'mdast';
import type { CommandRisk } from './ParsedRunbook';
import { plainTextOf } from './markdownTree';

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

/** What a callout says of the commands after it. */
export function markedRisk(node: Content): CommandRisk | undefined {
  if (node.type !== 'blockquote') {
    return undefined;
  }
  switch (calloutKindOf(plainTextOf(node))) {
    case 'warning':
      return 'warning';
    case 'caution':
    case 'danger':
      return 'danger';
    default:
      return undefined;
  }
}
