import type { Content, ListItem, Paragraph } from 'mdast';
import { looksLikeCommand } from '../commands';
import { plainTextOf, spanOf } from './markdownTree';
import type { Command, Step } from './ParsedRunbook';
import { blankLines, type SourceText } from './SourceText';
import { takeTimeBox } from './timeBox';

/** Longest title that is made of a sentence. */
const TITLE_CUT_COUNT = 120;

/** No title is made of what stands behind that many characters. */
const TITLE_READ_COUNT = 1000;

/** An item of a list and what follows it without being indented. */
export interface ItemParts {
  readonly item: ListItem;
  readonly after: readonly Content[];
}

/** A step out of an item: its first sentence is the title. */
export function itemStep(
  source: SourceText,
  parts: ItemParts & { readonly commands: readonly Command[] },
): Omit<Step, 'n' | 'section'> {
  const { item, after, commands } = parts;
  const { to: end, endLine } = spanOf(after.at(-1) ?? item);
  const [first] = item.children;
  const { line } = spanOf(item);
  const lead =
    first?.type === 'paragraph'
      ? leadOf(source, first)
      : { title: '', from: spanOf(first ?? item).from };
  const body = bodyOf(source, item, { from: lead.from, to: end });
  const { text, timeBoxMs } = takeTimeBox(lead.title);
  const within =
    timeBoxMs ??
    (first?.type === 'paragraph'
      ? takeTimeBox(plainTextOf(first)).timeBoxMs
      : undefined);
  return {
    title:
      cut(text).replace(/([^.])\.$/, '$1') ||
      commands.at(0)?.text.split('\n')[0] ||
      'Step',
    ...body,
    commands,
    ...(within !== undefined && { timeBoxMs: within }),
    line,
    endLine,
  };
}

/** The title of a paragraph, and where what it does not say begins. */
function leadOf(
  source: SourceText,
  paragraph: Paragraph,
): { readonly title: string; readonly from: number } {
  const span = spanOf(paragraph);
  const [first, ...rest] = paragraph.children;
  if (first?.type === 'strong' && rest.length > 0) {
    const after = source.text.slice(spanOf(first).to, span.to);
    const gap = /^[\s:.–—-]*/.exec(after)?.[0].length ?? 0;
    return {
      title: plainTextOf(first).replace(/[\s:.]+$/, ''),
      from: spanOf(first).to + gap,
    };
  }
  const whole = saidBefore(paragraph).replace(/^\[[ xX]\]\s+/, '');
  const title = whole.replace(/[\s:,;(–—-]+$/, '');
  const says = paragraph.children.every(
    child =>
      child.type === 'text' ||
      child.type === 'strong' ||
      child.type === 'emphasis',
  );
  return says && title.length <= TITLE_CUT_COUNT
    ? { title, from: span.to }
    : { title, from: span.from };
}

/** Longest words that lead over to a command. */
const LEADS_OVER =
  /[\s:,;(–—-]*\b(?:with|via|using|by|by running|by using|run|running|through|for example|e\.g\.|such as|like|the output of|the command)[\s:(]*$/i;

/**
 * A sentence up to the command in it, where that says what to do: "See the events with `kubectl …`";
 * else what follows the command: "`kubectl …`: is it one node, or a zone?"
 */
function saidBefore(paragraph: Paragraph): string {
  const { children } = paragraph;
  const at = children.findIndex(
    child =>
      child.type === 'inlineCode' && looksLikeCommand(child.value, 'inline'),
  );
  if (at === -1) {
    return textOf(children);
  }
  const before = textOf(children.slice(0, at)).replace(LEADS_OVER, '');
  if (/\s|:$/.test(before)) {
    return before;
  }
  const after = textOf(children.slice(at + 1)).replace(/^[\s:,;.)–—-]+/, '');
  return before === '' && /^\p{L}.*\s/u.test(after)
    ? after.charAt(0).toUpperCase() + after.slice(1)
    : textOf(children);
}

/** How a text of some nodes begins, with the blanks between them. */
function textOf(nodes: readonly Content[]): string {
  return plainTextOf({ type: 'root', children: [...nodes] }).slice(
    0,
    TITLE_READ_COUNT,
  );
}

function cut(title: string): string {
  if (title.length <= TITLE_CUT_COUNT) {
    return title;
  }
  const sentence = /^.{12,120}?[.:;!?](?=\s)/u.exec(title)?.[0];
  if (sentence) {
    return sentence.replace(/[.:;]$/, '');
  }
  const words = title.slice(0, TITLE_CUT_COUNT - 1);
  return `${words.slice(0, Math.max(words.lastIndexOf(' '), 60)).trimEnd()}…`;
}

/** Text of an item without the indentation that makes it one; its lines stay one by one. */
function bodyOf(
  source: SourceText,
  item: ListItem,
  place: { readonly from: number; readonly to: number },
): Pick<Step, 'markdown' | 'bodyLine'> {
  const { from: start, to: itemEnd } = spanOf(item);
  const marker =
    /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(source.text.slice(start))?.[0].length ??
    2;
  const column = start - source.lineStart(start);
  const indent = new RegExp(`^[ \\t]{0,${Math.min(column + marker, 12)}}`);
  const inside = source.text
    .slice(place.from, Math.max(place.from, itemEnd))
    .split('\n')
    .map((line, index) => (index === 0 ? line : line.replace(indent, '')))
    .join('\n');
  const whole =
    inside + source.text.slice(Math.max(place.from, itemEnd), place.to);
  const text = whole.replace(/^\[[ xX]\]\s+/, '');
  const blank = blankLines(text);
  const skipped = text.slice(0, blank).split('\n').length - 1;
  return {
    markdown: text.slice(blank).trim(),
    bodyLine: source.lineAt(place.from) + skipped,
  };
}
